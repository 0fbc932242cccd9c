import { expect, test } from 'vitest';
import { until } from '../src/index.ts';

test('until gives the first answer that is neither undefined nor false', async () => {
  const answers = [undefined, false, 0];
  expect(await until(() => answers.shift() as number | false | undefined)).toBe(0); // the three above
});

test('until gives up with the probe in its message, and passes on what the probe throws', async () => {
  await expect(until(() => 'here' === String('there'), { timeoutMs: 1 })).rejects.toThrow(
    /Still not after 1 ms: .*there/,
  );
  await expect(until(() => Promise.reject(new Error('broken probe')))).rejects.toThrow('broken probe');
});
