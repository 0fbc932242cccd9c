import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { faults as allFaults, type Fault } from '../faults/faults.ts';
import { type FormName, formNames } from '../faults/form.ts';
import { randomOf } from '../faults/random.ts';
import { run } from '../faults/run.ts';

/** Another every time, so that time finds more; `FAULTS_SEED=N` shows one again. */
const seed = process.env.FAULTS_SEED ?? String(Math.floor(Math.random() * 1_000_000));
/** The run brings a Redis of its own, where there is any for tests. */
const forms =
  process.env.TEST_REDIS_URL === undefined ? formNames.filter((form) => form !== 'many-processes') : formNames;

/**
 * What comes at each test, and how many of the others by the seed. They are those that take seconds. When all dies, without-redis is
 * what the other two are together.
 */
const certainOn: Readonly<Record<FormName, readonly string[]>> = {
  'one-process': ['kill-part', 'kill-all', 'crash-point'],
  'many-processes': ['kill-part', 'kill-part', 'kill-all', 'crash-point'],
  'without-redis': ['kill-part', 'kill-part', 'crash-point'],
};
const byChance = [
  'postgres-immediate',
  'postgres-killed',
  'redis-killed',
  'redis-flushed',
  'refused-way',
  'mixed-jobs',
];
const chances = 1;

/** A round waits longest for what a dead process had in hand. `npm run faults` lets it keep that for as long as in operation. */
const lockMs = 6_000;

function chosenFor(form: FormName): readonly Fault[] {
  const random = randomOf(`${seed}/${form}/chosen`);
  const possible = allFaults.filter(({ forms }) => forms.includes(form));
  const named = (names: readonly string[]) =>
    names.flatMap((name) => possible.find((fault) => fault.name === name) ?? []);
  return [...named(certainOn[form]), ...random.shuffled(named(byChance)).slice(0, chances)];
}

/** N1, N3, F7–F9, T7, T11, P6: `npm run faults` in short. All faults come before the books are read: one look at them, and one wait, for all. */
describe(`what was promised survives what breaks, seed ${seed}`, () => {
  test.each(forms)('%s', { timeout: 900_000 }, async (form) => {
    const evidence = await mkdtemp(path.join(tmpdir(), 'moa-faults-'));
    const said: string[] = [];
    const faults = chosenFor(form);
    const { rounds, blind, tally } = await run({
      form,
      seed,
      faults,
      rounds: 1,
      together: faults.length,
      lockMs,
      evidence,
      say: (line) => said.push(line),
    });
    // What was wrong lies there with the history and the logs.
    expect(
      rounds.flatMap(({ offences }) => offences),
      `${said.join('\n')}\n${evidence}`,
    ).toEqual([]);
    onTestFinished(() => rm(evidence, { recursive: true, force: true }));
    expect(blind).toEqual([]);
    for (const wish of [
      'placeOrder',
      'requestTaxi',
      'endRide',
      'completeDelivery',
      'requestRecommendation',
      'buyTokens',
    ])
      expect(tally.get(wish)?.accepted, wish).toBeGreaterThan(0);
  });
});
