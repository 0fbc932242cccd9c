export {
  type Authenticated,
  type Authenticator,
  type AuthenticatorOptions,
  createAuthenticator,
  everybodyIsAnonymous,
  type MemberAuthenticator,
} from './authenticate.ts';
export { CompositionError, compose, type SubgraphSchema } from './compose.ts';
export { type ErrorCode, errorCatalogue } from './errors.ts';
export type { Exploration, SignIn } from './explore/exploration.ts';
export type { MetricsOptions } from './metrics/metrics.ts';
export { openRouter, type Router, type RouterOptions } from './open.ts';
export type { PersistedQueryOptions } from './persisted-queries/automatic.ts';
export { readSafelist, type Safelist } from './persisted-queries/safelist.ts';
export { readSafelistFile } from './persisted-queries/safelist-file.ts';
export type { RateLimitOptions } from './rate-limits.ts';
export { followSupergraphFile } from './reload/supergraph-file.ts';
export type { Site } from './site/site.ts';
export type { ClientHeaderRules } from './subgraphs/client-headers.ts';
export type { LocalSubgraph } from './subgraphs/local.ts';
export { loadSupergraph, type Supergraph } from './supergraph.ts';
