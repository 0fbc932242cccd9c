import { readFileSync } from 'node:fs';
import { openJobs, UnrecoverableError } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Book, type Books, openBooks } from '../faults/books.ts';
import { type History, openHistory, type Sighting } from '../faults/history.ts';
import { idleSagas } from '../faults/invariants/messages.ts';
import { invariants } from '../faults/invariants.ts';
import { breaks } from '../faults/preload/breaks.ts';

/** Books in which nothing stands but these lines of one of them. */
const booksWith = (book?: Book, lines: readonly string[] = []): Books => ({
  rows: async () => [],
  lines: async (asked) => (asked === book ? lines : []),
  deadLetters: async () => [],
  spoilt: () => Promise.reject(new Error('These are made up already.')),
  close: async () => undefined,
});

const offendersOf = async (name: string, history: History, books = booksWith()): Promise<readonly string[]> => {
  const invariant = invariants.find((known) => known.name === name);
  if (!invariant) throw new Error(`There is no invariant ${name}.`);
  return invariant.offenders(books, history);
};

describe('every invariant', () => {
  const names = invariants.map(({ name }) => name);

  test('has a name of its own', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  test('stands in docs/reliability.md', () => {
    const promises = readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8');
    expect(names.filter((name) => !promises.includes(`\`${name}\``))).toEqual([]);
  });

  test('has a broken build that it finds, or a test below', () => {
    const tested = ['sagas-move'];
    expect(names.filter((name) => !breaks.some((broken) => broken.name === name))).toEqual(tested);
  });
});

describe('sagas-move', () => {
  const minutes = 60_000;
  const paid = booksWith('order', ['order 7 PAID 2']);

  test('what stands still for five minutes is found', async () => {
    let now = 0;
    const [idle, history] = [idleSagas(() => now), openHistory()];
    expect(await idle(paid, history)).toEqual([]);
    now = 5 * minutes;
    expect(await idle(paid, history)).toEqual([]);
    now += 1;
    expect(await idle(paid, history)).toEqual(['order 7 PAID 2']);
  });

  test('what moves, or ends and begins again, is not', async () => {
    let now = 0;
    const [idle, history] = [idleSagas(() => now), openHistory()];
    await idle(booksWith('order', ['order 7 ORDERED 1', 'order 8 PAID 2']), history);
    now = 4 * minutes;
    await idle(paid, history);
    now = 6 * minutes;
    expect(await idle(booksWith('order', ['order 7 PAID 2', 'order 8 PAID 2']), history)).toEqual([]);
  });
});

describe.each(buses)('no-dead-letters, $name', (bus) => {
  test('a job that was given up is found, with its reason', async () => {
    const place = await bus.open();
    const logger = createLogger('test', 'silent');
    const jobs = await openJobs({ url: place.url, logger });
    const books = openBooks({
      databases: { bus: place.url },
      redis: bus.name === 'redis' ? { url: place.url } : undefined,
    });
    onTestFinished(async () => {
      await books.close();
      await jobs.close();
      await place.close();
    });
    expect(await books.deadLetters()).toEqual([]);

    jobs.work('pay-facts', async ({ id }) => {
      if (id === 'order-1') throw new UnrecoverableError('no such order');
    });
    await jobs.add('pay-facts', [
      { id: 'order-1', name: 'any', data: {} },
      { id: 'order-2', name: 'any', data: {} },
    ]);
    await until(async () => (await jobs.stateOf('pay-facts', ['order-1'])).get('order-1') === 'failed');
    expect(await books.deadLetters()).toEqual([{ queue: 'pay-facts', id: 'order-1', reason: 'no such order' }]);
    expect(await offendersOf('no-dead-letters', openHistory(), books)).toEqual(['pay-facts order-1: no such order']);
  });
});

describe('one result per idempotency key', () => {
  const ask = (history: History) => history.asked({ what: 'placeOrder', by: 'jimin', key: 'lunch' });

  test('a lost answer says nothing; the same result again is well', async () => {
    const history = openHistory();
    ask(history)({ kind: 'unknown', why: 'time-out' });
    ask(history)({ kind: 'accepted', id: '1' });
    ask(history)({ kind: 'unknown', why: 'time-out' });
    ask(history)({ kind: 'accepted', id: '1' });
    expect(await offendersOf('one-result-per-key', history)).toEqual([]);
    expect(await offendersOf('no-result-is-taken-back', history)).toEqual([]);
  });

  test('two results are found', async () => {
    const history = openHistory();
    ask(history)({ kind: 'accepted', id: '1' });
    ask(history)({ kind: 'accepted', id: '2' });
    expect(await offendersOf('one-result-per-key', history)).toEqual(['placeOrder jimin lunch: 1, 2']);
  });

  test('what somebody was told and no book knows is found', async () => {
    const history = openHistory();
    ask(history)({ kind: 'accepted', id: '1' });
    ask(history)({ kind: 'accepted', id: '2' });
    expect(await offendersOf('nothing-accepted-is-lost', history, booksWith('order', ['1']))).toEqual(['placeOrder 2']);
  });
});

describe('live', () => {
  const watch = (history: History, ...states: readonly (readonly [state: string, connection: number])[]) => {
    for (const [state, connection] of states)
      history.saw({ stream: 'orderChanged', about: '7', watcher: 1, connection, state });
  };

  test('state by state is well; a state may come again', async () => {
    const history = openHistory();
    watch(history, ['ORDERED', 1], ['PAID', 1], ['PAID', 1], ['COMPLETED', 1]);
    expect(await offendersOf('live-never-back', history)).toEqual([]);
    expect(await offendersOf('live-skips-nothing', history)).toEqual([]);
    expect(await offendersOf('live-shows-the-end', history, booksWith('order', ['7 COMPLETED']))).toEqual([]);
    expect(await offendersOf('live-shows-the-end', history, booksWith('order', ['7 CANCELLED']))).toHaveLength(1);
  });

  test('an earlier state after a later one is found, also on another connection', async () => {
    const history = openHistory();
    watch(history, ['PAID', 1], ['ORDERED', 2]);
    expect(await offendersOf('live-never-back', history)).toHaveLength(1);
  });

  test('a skipped state is found, unless the watcher subscribed again or something was broken', async () => {
    const [whole, again, broken] = [openHistory(), openHistory(), openHistory()];
    watch(whole, ['ORDERED', 1], ['COMPLETED', 1]);
    expect(await offendersOf('live-skips-nothing', whole)).toHaveLength(1);
    watch(again, ['ORDERED', 1], ['COMPLETED', 2]);
    expect(await offendersOf('live-skips-nothing', again)).toEqual([]);
    broken.disturbed('Redis gone')();
    watch(broken, ['ORDERED', 1], ['COMPLETED', 1]);
    expect(await offendersOf('live-skips-nothing', broken)).toEqual([]);
  });

  test.each([
    { seen: ['b', 'c'], found: 0 },
    { seen: ['a', 'b', 'c'], found: 0 },
    { seen: ['a', 'c'], found: 1 },
    { seen: ['a', 'b'], found: 1 },
    { seen: ['a', 'b', 'b', 'c'], found: 1 },
    { seen: ['b', 'a', 'c'], found: 1 },
  ])('of a mailbox a, b, c, $seen was seen: $found found', async ({ seen, found }) => {
    const history = openHistory();
    const mailbox: Omit<Sighting, 'at' | 'state'> = {
      stream: 'notificationAdded',
      about: 'jimin',
      watcher: 1,
      connection: 1,
    };
    for (const state of seen) history.saw({ ...mailbox, state });
    const books: Books = {
      ...booksWith(),
      // What the invariant asks notification for.
      rows: async <Row extends object>() => [{ member: 'jimin', ids: ['a', 'b', 'c'] }] as unknown as readonly Row[],
    };
    expect(await offendersOf('live-notifications-complete', history, books)).toHaveLength(found);
  });
});
