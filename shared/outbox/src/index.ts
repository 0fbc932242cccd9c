export { originOf, ownerOf, type QueueOwner } from './addresses.ts';
export type { Bus } from './dispatch.ts';
export { giveUp } from './give-up.ts';
export { type Outbox, type OutboxOptions, openOutbox } from './outbox.ts';
export { factQueue, jobQueue } from './queues.ts';
export { type FactHandlers, type JobHandlers, receivedAt, receiveFacts, workJobs } from './receive.ts';
export { type Message, send } from './send.ts';
export { inboxDays } from './sweep.ts';
export { outboxProvenQueues, outboxTables, outboxTrace } from './tables.ts';
