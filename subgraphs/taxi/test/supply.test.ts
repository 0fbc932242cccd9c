import { until } from '@moa/testing';
import { array, assert, integer, property } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterFailure, retryAfterSeconds, type SupplyBreaker } from '../src/domain/supply.ts';
import { closeBreaker, countFailure, findSupplyBreaker } from '../src/persistence/supply.ts';
import { openBooks } from './books.ts';

const gangnam = '11230';
const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 5) + seconds * 1_000);

/** The breaker after a search failed at each of these moments, in seconds. */
const failedAt = (...moments: readonly number[]): SupplyBreaker | null =>
  moments.reduce<SupplyBreaker | null>((breaker, moment) => afterFailure(breaker, gangnam, at(moment)), null);

describe('the supply breaker', () => {
  test.each([
    { failures: [], now: 0, seconds: null },
    { failures: [0], now: 0, seconds: 10 },
    { failures: [0], now: 0.001, seconds: 10 },
    { failures: [0], now: 9.999, seconds: 1 },
    { failures: [0], now: 10, seconds: null },
    { failures: [0, 10], now: 10, seconds: 20 },
    { failures: [0, 10, 30], now: 30, seconds: 40 },
    { failures: [0, 10, 30, 70], now: 70, seconds: 60 },
    { failures: [0, 10, 30, 70, 130], now: 130, seconds: 60 },
    // Failed while it was open: that says nothing new.
    { failures: [0, 5, 9.999], now: 9.999, seconds: 1 },
    // By a clock that ran ahead.
    { failures: [600], now: 0, seconds: null },
    // Not forgotten, and forgotten.
    { failures: [0, 309.999], now: 309.999, seconds: 20 },
    { failures: [0, 310], now: 310, seconds: 10 },
  ])('after failures at $failures, at $now: ask again in $seconds s', ({ failures, now, seconds }) => {
    expect(retryAfterSeconds(failedAt(...failures), at(now))).toBe(seconds);
  });

  test('keeps nobody waiting for longer than a minute, nor for less than a second', () => {
    assert(
      property(array(integer({ min: 0, max: 400_000 })), integer({ min: 0, max: 100_000 }), (gaps, later) => {
        let now = 0;
        const moments = gaps.map((gap) => {
          now += gap / 1_000;
          return now;
        });
        const seconds = retryAfterSeconds(failedAt(...moments), at(now + later / 1_000));
        expect(seconds ?? 1).toBeGreaterThanOrEqual(1);
        expect(seconds ?? 1).toBeLessThanOrEqual(60);
      }),
    );
  });

  test('opens for as long or longer at each failure in a row', () => {
    assert(
      property(integer({ min: 1, max: 40 }), (failures) => {
        let breaker: SupplyBreaker | null = null;
        let before = 0;
        let now = at(0);
        for (let n = 0; n < failures; n += 1) {
          breaker = afterFailure(breaker, gangnam, now);
          const seconds = retryAfterSeconds(breaker, now) ?? 0;
          expect(seconds).toBeGreaterThanOrEqual(before);
          before = seconds;
          now = breaker.openUntil;
        }
      }),
    );
  });
});

describe('the stored breaker', () => {
  let books: Awaited<ReturnType<typeof openBooks>>;
  beforeAll(async () => {
    books = await openBooks();
  });
  afterAll(() => books.close());

  test('is what the failures make of it, until cars are to be had again', async () => {
    for (const moment of [0, 5, 10, 31]) await countFailure(books.em(), gangnam, at(moment));
    expect(await findSupplyBreaker(books.em(), gangnam)).toEqual(failedAt(0, 5, 10, 31));
    expect(await findSupplyBreaker(books.em(), '11010')).toBeNull();
    await closeBreaker(books.em(), gangnam);
    expect(await findSupplyBreaker(books.em(), gangnam)).toBeNull();
  });

  test('counts searches that fail at the same time once: the first', async () => {
    await countFailure(books.em(), '11020', at(0));
    let second: Promise<void> | undefined;
    await books.em().transactional(async (em) => {
      await countFailure(em, '11020', at(10));
      // It reads the breaker before the first one has committed, and waits with writing for it.
      second = countFailure(books.em(), '11020', at(12));
      await until(async () => {
        const [waiting] = await books
          .em()
          .execute(`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        return waiting;
      });
    });
    await second;
    expect(await findSupplyBreaker(books.em(), '11020')).toEqual({ district: '11020', failures: 2, openUntil: at(30) });
  });
});
