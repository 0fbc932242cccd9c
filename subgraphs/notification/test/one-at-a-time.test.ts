import { expect, test } from 'vitest';
import { oneAtATime } from '../src/jobs/one-at-a-time.ts';

test('work is done one after the other, whatever becomes of it', async () => {
  const inTurn = oneAtATime();
  const events: string[] = [];
  const work = (name: string, error?: Error) => async () => {
    events.push(`${name} begins`);
    await Promise.resolve();
    events.push(`${name} ends`);
    if (error) throw error;
  };
  const results = await Promise.allSettled([
    inTurn(work('first')),
    inTurn(work('second', new Error('lost'))),
    inTurn(work('third')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(events).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
