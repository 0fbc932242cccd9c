export { type Explaining, explainOn } from './explain.ts';
export * from './serve-subgraph.ts';
