export { type Authenticated, type Authenticator, createAuthenticator, everybodyIsAnonymous } from './authenticate.ts';
export { CompositionError, compose, type SubgraphSchema } from './compose.ts';
export { type ErrorCode, errorCatalogue } from './errors.ts';
export type { Exploration } from './explore.ts';
export { openRouter, type Router, type RouterOptions } from './open.ts';
export { loadSupergraph, type Supergraph } from './supergraph.ts';
