export { type Bus, buses, type OpenBus } from './buses.ts';
export { Exposition, type Sample } from './exposition.ts';
export { freePorts, isFree } from './free-ports.ts';
export { type FreezableProxy, openFreezableProxy } from './freezable-proxy.ts';
export { type FreshDatabase, freshDatabase, type Template } from './fresh-database.ts';
export { type Answer, type GraphQLErrorBody, type Operation, post } from './graphql-post.ts';
export {
  SocketClosed,
  type SubscribeOperation,
  type Subscription,
  type SubscriptionEvent,
  SubscriptionRefused,
  subscribe,
} from './graphql-subscribe.ts';
export { type OtlpReceiver, openOtlpReceiver, type ReceivedSpan } from './otlp-receiver.ts';
export { type PrivateRedis, startRedis } from './start-redis.ts';
export { serverUrl } from './test-run.ts';
export { until } from './until.ts';
