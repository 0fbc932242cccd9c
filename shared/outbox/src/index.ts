export type { Bus } from './dispatch.ts';
export { type Outbox, type OutboxOptions, openOutbox } from './outbox.ts';
export { factQueue, jobQueue } from './queues.ts';
export { type FactHandlers, type JobHandlers, receiveFacts, workJobs } from './receive.ts';
export { type Message, send } from './send.ts';
export { outboxProvenQueues, outboxTables, outboxTrace } from './tables.ts';
