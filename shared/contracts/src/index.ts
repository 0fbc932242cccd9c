export * from './account.ts';
export * from './delivery.ts';
export * from './order.ts';
export * from './pay.ts';
export {
  type Fact,
  type FactOf,
  type FactType,
  type HeardBy,
  isFactType,
  parseFact,
  type SubgraphName,
  subgraphs,
  subscribers,
} from './subscribers.ts';
