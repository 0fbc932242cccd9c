import { describe, expect, test } from 'vitest';
import { restBeforeNextSearch } from '../src/domain/search.ts';
import { timing } from '../src/domain/timing.ts';

describe('between two searches for a car, when others were faster', () => {
  test('it rests longer the longer it has lasted', () => {
    const rests = [0, 1_000, 2_000, 10_000, 50_000].map((waitedMs) => restBeforeNextSearch(waitedMs, 200));
    expect(rests).toEqual([200, 200, 400, 2_000, 3_000]);
  });

  test('never so long that the watch takes it for lost', () => {
    expect(restBeforeNextSearch(timing.answerMs, timing.searchAgainMs)).toBeLessThan(timing.restMs);
  });
});
