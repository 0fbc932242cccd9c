export { entitiesQuery, representations } from './entities.ts';
export { type Explaining, explainOn } from './explain.ts';
export * from './serve-subgraph.ts';
export { statementsOf, untilCommit } from './statements.ts';
