import { expect, test } from 'vitest';
import { inspected } from '../src/inspector/inspected.ts';

/** As BullMQ reads it from either back end. */
const raw = (opts: object) => ({
  id: 'order-1',
  name: 'capture',
  data: {},
  opts,
  timestamp: 1_000,
  delay: 0,
  attemptsStarted: 1,
  stalledCounter: 0,
  failedReason: '',
  stacktrace: null,
  getState: async () => 'waiting' as const, // one of BullMQ's states
  retry: async () => undefined,
});

test.each([
  ['the one that it came with', { telemetry: { metadata: '{"requestId":"req-12345678"}' } }, 'req-12345678'],
  ['none, when it came with none', {}, undefined],
  ['none, when what it came with is somebody else’s', { telemetry: { metadata: 'b3: 1' } }, undefined],
  ['none, when what it came with is no text', { telemetry: { metadata: '{"requestId":{"a":1}}' } }, undefined],
  ['none, when there is nothing in it', { telemetry: { metadata: 'null' } }, undefined],
])('the request id of a job is %s', (_which, opts, requestId) => {
  expect(inspected('letters', raw(opts), 'waiting').requestId).toBe(requestId);
});
