import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare, isFlat, ratio } from '../src/measure/compare.ts';
import { timeEach } from '../src/measure/load.ts';
import { median, quantile } from '../src/measure/quantile.ts';
import { watchWaiting } from '../src/measure/waiting.ts';

describe('measuring', () => {
  test('the median of an odd and of an even number of values, and a quartile', () => {
    expect(median([30, 1, 2])).toBe(2);
    expect(median([4, 1, 30, 2])).toBe(3);
    expect(quantile([10, 0, 20, 30, 40], 0.25)).toBe(10);
    expect(() => median([])).toThrow('measure at least once');
  });

  test('every piece of work is done once, never more than allowed at a time', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    const times = await timeEach([1, 2, 3, 4, 5, 6, 7], 3, async (piece) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      done.push(piece);
      running -= 1;
    });
    expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([times.length, most]).toEqual([7, 3]);
  });

  test('sides take turns, and the round that warms up does not count', async () => {
    const asked: string[] = [];
    const scenario = {
      name: 'a walk',
      measure: async (side: string) => {
        asked.push(side);
        return side === 'far' ? 10 * asked.length : 2 * asked.length;
      },
    };
    const options = { rounds: 2, report: () => {}, signal: new AbortController().signal };
    const [walk] = await compare([scenario], { small: 'near', large: 'far' }, options);
    expect(asked).toEqual(['near', 'far', 'far', 'near', 'near', 'far']);
    expect(walk).toEqual({ name: 'a walk', small: [8, 10], large: [30, 60] });
  });

  test('the ratio is that of the middle round, whatever a disturbed one says', () => {
    const comparison = { name: 'a walk', small: [2, 2, 2], large: [2.2, 60, 2] };
    expect(ratio(comparison)).toBeCloseTo(1.1);
    expect(isFlat(comparison)).toBe(true);
    expect(isFlat({ ...comparison, large: [3, 3, 3] })).toBe(false);
  });

  test('a thread has waited for as long as the system says, and for no time where it says nothing', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'moa-waiting-'));
    try {
      const file = path.join(folder, 'schedstat');
      await writeFile(file, '8000000 2500000 3\n');
      const waiting = watchWaiting(file);
      expect(waiting.ms()).toBe(2.5);
      await writeFile(file, '9000000 14000000 4\n');
      expect(waiting.ms()).toBe(14);
      waiting.close();
      expect(watchWaiting(path.join(folder, 'nothing')).ms()).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
