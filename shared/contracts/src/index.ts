export * from './account.ts';
export * from './delivery.ts';
export * from './follow.ts';
export * from './order.ts';
export * from './pay.ts';
export * from './plan.ts';
export {
  type Fact,
  type FactOf,
  type FactType,
  type HeardBy,
  isFactType,
  parseFact,
  type SubgraphName,
  type Subscriber,
  subgraphs,
  subscribers,
  views,
} from './subscribers.ts';
export * from './taxi.ts';
