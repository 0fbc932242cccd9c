import { createSigner, generateKey } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose, everybodyIsAnonymous, loadSupergraph, openRouter, type Router } from '../../src/index.ts';
import { answerOf, ask, isTooExpensive, isUnplanned } from '../differential/answers.ts';
import { type Ask, operations } from '../differential/generate/operations.ts';
import { meetsNeededField, neededFields } from '../differential/known-faults.ts';
import { type PlainGateway, startPlainGateway } from '../differential/plain-gateway.ts';
import { samples } from '../differential/samples.ts';
import { seed } from '../differential/settings.ts';
import { runElsewhere } from './elsewhere.ts';
import type { ToldOfGraphs } from './graphs-process.ts';

const documents = 60;
const inFlight = 64;

type Side = { readonly sdl: string; readonly plain: PlainGateway };

let graphs: Awaited<ReturnType<typeof runElsewhere<ToldOfGraphs>>>;
let whole: Side;
let part: Side;
let ours: Router;

beforeAll(async () => {
  graphs = await runElsewhere<ToldOfGraphs>('graphs-process.ts');
  const [one = [], other = []] = graphs.told;
  whole = await sideOf(compose(one));
  // Other addresses, and one subgraph fewer.
  part = await sideOf(compose(other.filter(({ name }) => name !== 'search')));
  ours = await openRouter({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl: whole.sdl,
    authenticate: everybodyIsAnonymous,
    signer: createSigner((await generateKey('router')).privateKey),
    corsOrigins: [],
    introspection: true,
    logger: createLogger('router', 'silent'),
    operationsInHand: 0, // all at once, on however slow a machine
    drainJitterMs: 0,
  });
});
afterAll(async () => {
  await ours.close();
  await Promise.all([whole.plain.stop(), part.plain.stop()]);
  await graphs.stop();
});

const sideOf = async (sdl: string): Promise<Side> => ({ sdl, plain: await startPlainGateway(sdl) });

/** Without the document's other operations, which may not fit the other supergraph. */
const alone = (asked: Ask) => ({ ...asked, query: asked.alone });
const askOurs = (question: Ask) => ask(`${ours.url}/graphql`, alone(question));
const askPlain = ({ plain }: Side, question: Ask) => ask(plain.url, alone(question));

function generate(): readonly Ask[] {
  const { apiSchema: schema } = loadSupergraph(whole.sdl);
  const reserved = neededFields(whole.sdl);
  const cases = operations({ schema, samples, reserved }).filter(
    ({ document }) => !meetsNeededField(document, reserved),
  );
  return fc.sample(cases, { seed, numRuns: documents }).flatMap(({ asks }) => asks);
}

test(`DIFFERENTIAL_SEED=${seed}: while supergraphs are swapped each answer is the plain gateway's on one of them`, {
  timeout: 180_000,
}, async () => {
  const questions: { readonly asked: Ask; readonly right: ReadonlyMap<Side, unknown> }[] = [];
  for (const asked of generate()) {
    const [old, fresh] = await Promise.all([askPlain(whole, asked), askPlain(part, asked)]);
    if (isUnplanned(old) || isUnplanned(fresh) || isTooExpensive(await askOurs(asked))) continue;
    const right = new Map([
      [whole, answerOf(old)],
      [part, answerOf(fresh)],
    ]);
    questions.push({ asked, right });
  }
  expect(questions.length).toBeGreaterThan(documents / 2);
  const differing = questions.filter(
    ({ right }) => JSON.stringify(right.get(whole)) !== JSON.stringify(right.get(part)),
  );
  expect(differing.length).toBeGreaterThan(5);

  let served = whole;
  let next = 0;
  let going = true;
  const askOn = async (): Promise<void> => {
    while (going) {
      const { asked, right } = questions[next++ % questions.length] ?? { asked: undefined, right: undefined };
      if (!asked) return;
      expect([...right.values()], asked.query).toContainEqual(answerOf(await askOurs(asked)));
    }
  };
  const swapping = async (): Promise<void> => {
    for (let swap = 0; swap < 4; swap += 1) {
      served = served === whole ? part : whole;
      expect(await ours.swap(served.sdl)).toBe(true);
      // From now on all are of the new one.
      for (const { asked, right } of differing.slice(0, 20))
        expect(answerOf(await askOurs(asked)), asked.query).toEqual(right.get(served));
    }
    going = false;
  };
  await Promise.all([...Array.from({ length: inFlight }, askOn), swapping()]).finally(() => {
    going = false;
  });
});
