import type { LiveSignal } from '@moa/live';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../src/resolvers/replay.ts';

/** What happens between two things that a reader gets: rows are committed, and the log says something, or loses it. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('commit'), rows: fc.integer({ min: 1, max: 150 }) }),
  fc.record({ kind: fc.constant('say'), number: fc.nat(200) }),
  fc.record({ kind: fc.constant('resync') }),
);

test('whatever the log repeats, loses or turns around, each number comes once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), fc.nat(20), async (events, begin) => {
      let committed = begin;
      const signals = async function* (): AsyncGenerator<LiveSignal, undefined> {
        for (const each of events) {
          if (each.kind === 'commit' && 'rows' in each) committed += each.rows;
          // Only what is committed is ever said.
          if (each.kind === 'say' && 'number' in each && committed > 0) {
            yield { kind: 'entry', payload: { number: (each.number % committed) + 1 } };
          }
          if (each.kind === 'resync') yield { kind: 'resync' };
        }
        yield { kind: 'resync' };
      };
      const items = await replay({
        live: { append: async () => undefined, subscribe: async () => signals(), close: async () => undefined },
        channel: 'any',
        begin: async () => begin,
        readAfter: async (number, limit) =>
          Array.from({ length: Math.min(limit, committed - number) }, (_none, index) => ({
            number: number + index + 1,
          })),
      });
      const seen = [];
      for await (const { number } of items) seen.push(number);
      expect(seen).toEqual(Array.from({ length: committed - begin }, (_none, index) => begin + index + 1));
    }),
    { numRuns: 300 },
  );
});
