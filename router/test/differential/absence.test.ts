import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ask, isTooExpensive } from './answers.ts';
import { openBoth } from './both.ts';
import { operations } from './generate/operations.ts';
import { meetsNeededField } from './known-faults.ts';
import { samples } from './samples.ts';
import { seed, share, testTimeoutMs } from './settings.ts';

/** Nobody answers at port 1. */
const nowhere = 'http://127.0.0.1:1/graphql';

/**
 * Of a subgraph that is away the plain gateway tells one error for each fetch, without a path, and ours one for each field
 * that is missing. So what is compared is the data, and whether there are errors at all.
 */
test.each(['reviews', 'people', 'shipping'])(
  `without the subgraph %s the same is missing as from the plain gateway, DIFFERENTIAL_SEED=${seed}`,
  { timeout: testTimeoutMs },
  async (name) => {
    const both = await openBoth({ [name]: nowhere });
    const cases = operations({ schema: both.apiSchema, samples, reserved: both.neededFields }).filter(
      ({ document }) => !meetsNeededField(document, both.neededFields),
    );
    let missing = 0;
    const property = fc.asyncProperty(cases, async ({ asks }) => {
      for (const each of asks) {
        const plain = await ask(both.plain, { ...each, query: each.alone });
        const ours = await ask(both.ours, each);
        if (isTooExpensive(ours)) continue;
        const told = `${each.query}\n${JSON.stringify(each.variables)}\nours:  ${ours.text}\nplain: ${plain.text}`;
        expect(ours.data, told).toBe(plain.data);
        expect(ours.paths.length > 0, told).toBe(plain.paths.length > 0);
        if (ours.codes.includes('SUBGRAPH_UNAVAILABLE')) missing += 1;
      }
    });
    try {
      await fc.assert(property, share(0.05));
      expect(missing).toBeGreaterThan(0);
    } finally {
      await both.close();
    }
  },
);
