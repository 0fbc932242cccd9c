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
export { openRouter, type Router, type RouterOptions } from './open.ts';
export type { RateLimitOptions } from './rate-limits.ts';
export { loadSupergraph, type Supergraph } from './supergraph.ts';
