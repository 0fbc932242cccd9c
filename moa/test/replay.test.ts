import { openDatabase } from '@moa/database';
import { type InspectedJob, openJobs } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import { freshDatabase } from '@moa/testing';
import { expect, onTestFinished, test } from 'vitest';
import { readEnvironment } from '../src/config.ts';
import { openReach } from '../src/jobs/reach.ts';
import { mayBeForgotten } from '../src/jobs/replay.ts';
import { retry } from '../src/jobs/retry.ts';
import { refuse } from './jobs-ground.ts';

const logger = createLogger('jobs', 'silent');
const dayMs = 86_400_000;

const job = (change: Partial<InspectedJob>): InspectedJob => ({
  queue: 'pay-facts',
  id: 'order-1',
  name: 'OrderPlaced',
  data: {},
  state: 'failed',
  attempts: 11,
  stalls: 11,
  addedAt: new Date(0),
  startedAt: undefined,
  dueAt: undefined,
  finishedAt: undefined,
  requestId: undefined,
  error: undefined,
  stacks: [],
  ...change,
});

test.each<[string, InspectedJob, number, boolean]>([
  ['a fact over which processes died, before its receiver’s oldest note', job({}), 8, true],
  ['one that its receiver would still know of', job({}), 6, false],
  ['one that its handler refused, and so did not work', job({ stalls: 0 }), 8, false],
  ['a job of a subgraph’s own, which is safe to repeat', job({ queue: 'pay-jobs' }), 8, false],
])('%s', (_which, aged, days, expected) => {
  expect(mayBeForgotten(aged, new Date(days * dayMs))).toBe(expected);
});

test('what may have been worked too long ago is put back only when asked twice', async () => {
  const bus = await freshDatabase();
  const jobs = await openJobs({ url: bus.url, logger });
  const reach = await openReach(readEnvironment({ BUS_DATABASE_URL: bus.url, LOG_LEVEL: 'silent' }));
  onTestFinished(async () => {
    await Promise.all([reach.close(), jobs.close()]);
    await bus.drop();
  });
  await jobs.add('pay-facts', [{ id: 'order-1', name: 'OrderPlaced', data: {} }]);
  await refuse(jobs, 'pay-facts', 'order-1');
  const orm = await openDatabase(bus.url, { entities: [], migrations: [] }, { logger, poolMax: 1 });
  await orm.em.fork().execute('update bullmq.job set stalled_count = 11');
  await orm.close();

  const nextWeek = new Date(Date.now() + 8 * dayMs);
  const outcomeOf = async (kind: 'some' | 'all', isConfirmed: boolean) => {
    const wanted = kind === 'all' ? { kind, queue: undefined } : { kind, queue: 'pay-facts', ids: ['order-1'] };
    return (await retry({ kind: 'retry', wanted, isConfirmed }, reach, nextWeek)).json;
  };
  const outcome = (said: string) => ({ results: [{ queue: 'pay-facts', id: 'order-1', outcome: said }] });
  expect(await outcomeOf('some', false)).toEqual(outcome('mayWorkTwice'));
  expect(await outcomeOf('all', false)).toEqual(outcome('mayWorkTwice'));
  expect((await jobs.stateOf('pay-facts', ['order-1'])).get('order-1')).toBe('failed');
  expect(await outcomeOf('all', true)).toEqual(outcome('retried'));
  expect((await jobs.stateOf('pay-facts', ['order-1'])).get('order-1')).toBe('open');
});
