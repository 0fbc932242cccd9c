import fc from 'fast-check';
import { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, ask, errorsAgree, isPlainJson, isTooExpensive, isUnplanned, type Told } from './answers.ts';
import { type Both, openBoth } from './both.ts';
import { type Ask, type Case, operations } from './generate/operations.ts';
import { meetsNeededField } from './known-faults.ts';
import { samples } from './samples.ts';
import { operationsPerRun, seed, share, testTimeoutMs } from './settings.ts';

let both: Both;
let compared = 0;
/** Operations that the plain gateway can't plan: that ours fails as well shows nothing. */
let unplanned = 0;
/** Asks that our router refuses because of what they may cost, which the plain gateway doesn't look at. */
let tooExpensive = 0;

beforeAll(async () => {
  both = await openBoth();
});
afterAll(async () => {
  await both.close();
  console.info(
    `${compared} answers were compared with the plain gateway's (DIFFERENTIAL_SEED=${seed}); ` +
      `${unplanned} more neither could plan, ${tooExpensive} more were too expensive.`,
  );
});

/** What both gateways are asked: valid operations that the plain one is known to answer rightly. */
function cases(options: Partial<Parameters<typeof operations>[0]> = {}): fc.Arbitrary<Case> {
  const { apiSchema: schema, neededFields: reserved } = both;
  return operations({ schema, samples, reserved, ...options }).filter(
    ({ document }) => !meetsNeededField(document, reserved),
  );
}

const askOurs = (question: Ask) => ask(both.ours, question);
/** Without the document's other operations, which must make no difference. */
const askPlain = (question: Ask) => ask(both.plain, { ...question, query: question.alone });

function expectSame(question: Ask, ours: Told, plain: Told): void {
  if (isTooExpensive(ours)) {
    tooExpensive += 1;
    return;
  }
  if (isUnplanned(plain)) unplanned += 1;
  else compared += 1;
  const told = `${question.query}\n${JSON.stringify(question.variables)}\nours:  ${ours.text}\nplain: ${plain.text}`;
  expect(answerOf(ours), told).toEqual(answerOf(plain));
  expect(errorsAgree(ours, plain), `The errors have the same paths: ${told}`).toBe(true);
  expect(isPlainJson(ours), `The text is the same once it is read and written: ${told}`).toBe(true);
  expect(plain.codes, `The operation is valid: ${told}`).not.toContain('GRAPHQL_VALIDATION_FAILED');
}

describe(`DIFFERENTIAL_SEED=${seed} DIFFERENTIAL_RUNS=${operationsPerRun}`, { timeout: testTimeoutMs }, () => {
  test('queries are answered as by the plain gateway', async () => {
    const property = fc.asyncProperty(cases(), async ({ asks }) => {
      for (const each of asks) {
        const [ours, plain] = await Promise.all([askOurs(each), askPlain(each)]);
        expectSame(each, ours, plain);
      }
    });
    await fc.assert(property, share(0.6));
  });

  test('so are 64 at once, none of which gets an answer of another', async () => {
    const atOnce = fc.array(cases(), { minLength: 1, maxLength: 40, size: 'max' });
    const property = fc.asyncProperty(atOnce, async (many) => {
      const asks = many.flatMap((each) => each.asks).slice(0, 64);
      const expected = await Promise.all(asks.map(askPlain));
      const around = <T>(list: readonly T[]) => Array.from({ length: 64 }, (_, at) => list[at % list.length] as T); // never empty
      const answers = await Promise.all(around(asks).map(askOurs));
      for (const [at, question] of around(asks).entries())
        expectSame(question, answers[at] as Told, expected[at % expected.length] as Told); // one for each
    });
    await fc.assert(property, share(0.13, 64));
  });

  test('mutations are carried out once, in order and with the same values, and answered alike', async () => {
    const askAfresh = async (put: (question: Ask) => Promise<Told>, question: Ask) => {
      both.graph.reset();
      const told = await put(question);
      return { told, done: [...both.graph.done] };
    };
    const property = fc.asyncProperty(cases({ kind: OperationTypeNode.MUTATION }), async ({ asks }) => {
      for (const each of asks) {
        const plain = await askAfresh(askPlain, each);
        const ours = await askAfresh(askOurs, each);
        expect(ours.done).toEqual(isTooExpensive(ours.told) ? [] : plain.done);
        expectSame(each, ours.told, plain.told);
      }
    });
    await fc.assert(property, share(0.08));
  });

  test('variables that do not fit are refused with the same words, before anything is carried out', async () => {
    const kinds = fc.constantFrom(OperationTypeNode.QUERY, OperationTypeNode.MUTATION);
    const property = fc.asyncProperty(
      kinds.chain((kind) => cases({ kind, misfits: true })),
      async ({ asks }) => {
        both.graph.reset();
        for (const each of asks) {
          const [ours, plain] = await Promise.all([askOurs(each), askPlain(each)]);
          expectSame(each, ours, plain);
          expect(ours.messages).toEqual(plain.messages);
          expect(ours.messages.join()).toMatch(/^Variable "\$v\d+"/);
        }
        expect(both.graph.done).toEqual([]);
      },
    );
    await fc.assert(property, share(0.04));
  });

  test('few operations show nothing because they can not be planned or are too expensive', () => {
    expect(compared).toBeGreaterThan(0);
    const nothing = unplanned + tooExpensive;
    expect(nothing / (compared + nothing)).toBeLessThan(0.05);
  });
});
