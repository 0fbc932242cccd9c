import { deepMerge } from '@apollo/gateway/dist/utilities/deepMerge.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge } from '../../src/execute/merge.ts';
import type { Entity } from '../../src/execute/run.ts';

const names = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'toString', '__typename');

type Pair = [unknown, unknown];

/** Two answers of one shape, as two subgraphs that share a schema send them: what differs are values, nulls and what is missing. */
const { pair } = fc.letrec<{ pair: Pair; object: Pair }>((tie) => ({
  pair: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(fc.constantFrom<unknown>(0, '', false, null, 1, 'x'), fc.constantFrom<unknown>(0, '', null, 2, 'y')),
    tie('object'),
    fc
      .array(tie('pair'), { maxLength: 3 })
      .map((pairs): Pair => [pairs.map(([one]) => one), pairs.map(([, two]) => two)]),
    fc.tuple(fc.array(fc.integer(), { maxLength: 2 }), fc.array(fc.integer(), { maxLength: 2 })),
  ),
  object: fc
    .array(fc.tuple(names, tie('pair'), fc.constantFrom('one', 'other', 'both')), { maxLength: 4 })
    .map((fields): Pair => [objectOf(fields, 'one', 0), objectOf(fields, 'other', 1)]),
}));

function objectOf(fields: readonly [string, Pair, string][], side: string, index: 0 | 1): Entity {
  const object: Entity = {};
  for (const [name, values, where] of fields) {
    const taken = Object.hasOwn(object, name) || (where !== side && where !== 'both');
    if (!taken)
      Object.defineProperty(object, name, {
        value: values[index],
        enumerable: true,
        writable: true,
        configurable: true,
      });
  }
  return object;
}

test('answers are merged as the gateway merges them', () => {
  fc.assert(
    fc.property(pair, ([one, other]) => {
      // Copies by way of JSON, which is where answers come from.
      const [expected, actual] = [one, one].map((value) => JSON.parse(JSON.stringify({ top: value })));
      let refused = false;
      try {
        deepMerge(expected, JSON.parse(JSON.stringify({ top: other })));
      } catch {
        refused = true; // an object where the other has a string
      }
      const source: Entity = JSON.parse(JSON.stringify({ top: other }));
      if (refused) expect(() => merge(actual, source)).toThrow(TypeError);
      else {
        merge(actual, source);
        expect(JSON.stringify(actual)).toBe(JSON.stringify(expected));
      }
    }),
    { numRuns: 2_000 },
  );
  expect({}).not.toHaveProperty('a'); // nothing has reached the prototype of all objects
});
