import { expect, test } from 'vitest';
import { backoff } from '../src/retry.ts';

test('the delay doubles from 200 ms to 30 s', () => {
  const longest = [1, 2, 3, 7, 8, 9, 5_000].map((attempts) => backoff(attempts, () => 0));
  expect(longest).toEqual([200, 400, 800, 12_800, 25_600, 30_000, 30_000]);
});

test('jitter takes off up to half', () => {
  expect(backoff(1, () => 0.5)).toBe(150);
  expect(backoff(5_000, () => 0.999_999)).toBe(15_000);
});
