export { traceEvents } from './events.ts';
export { traceFetches } from './fetches.ts';
export { traceOperations } from './operations.ts';
export { traceSubscriptions } from './subscriptions.ts';
