import type { Parameters } from 'fast-check';

/** Another seed gives other operations: `DIFFERENTIAL_SEED=7 npx vitest run router/test/differential`. */
export const seed = readNumber('DIFFERENTIAL_SEED', 20_260_301);

/** About how many operations are asked of both. */
export const operationsPerRun = readNumber('DIFFERENTIAL_RUNS', 2_000);

/** Making a counterexample small takes as many questions again; after this time the smallest one so far is shown. */
const patienceMs = 60_000 + operationsPerRun * 60;
export const testTimeoutMs = patienceMs + 30_000;

/** For a part of all operations; a document is asked about twice. */
export const share = <T>(part: number, operationsPerDocument = 2): Parameters<T> => ({
  seed,
  numRuns: Math.max(1, Math.round((operationsPerRun * part) / operationsPerDocument)),
  interruptAfterTimeLimit: patienceMs,
  markInterruptAsFailure: true,
});

function readNumber(name: string, otherwise: number): number {
  const given = process.env[name];
  if (given === undefined || given === '') return otherwise;
  const number = Number(given);
  if (!Number.isSafeInteger(number)) throw new Error(`${name} is ${given}; give a whole number.`);
  return number;
}
