import { appendFile, readFile } from 'node:fs/promises';
import type { FormName } from './form.ts';
import type { RunResult } from './run.ts';
import { describeOffence } from './say.ts';
import type { Counts } from './tally.ts';

/** A run as it is kept, so that reports can add up several. */
export type RunRecord = {
  readonly form: FormName;
  readonly seed: string;
  readonly lockSeconds: number;
  readonly tookMs: number;
  readonly rounds: readonly RoundRecord[];
  readonly blind: readonly string[];
  /** What became of people's wishes, by their names. */
  readonly tally: Readonly<Record<string, Counts>>;
};

export type RoundRecord = {
  /** The faults that came in it. */
  readonly faults: readonly string[];
  readonly settledMs: number;
  /** What was wrong, in words. */
  readonly wrong: readonly string[];
};

type Circumstances = Pick<RunRecord, 'seed' | 'lockSeconds' | 'tookMs'>;

export const recordOf = ({ form, rounds, blind, tally }: RunResult, circumstances: Circumstances): RunRecord => ({
  form,
  ...circumstances,
  rounds: rounds.map(({ faults, settledMs, offences }) => ({
    faults: faults.map(({ name }) => name),
    settledMs,
    wrong: offences.map(describeOffence),
  })),
  blind,
  tally: Object.fromEntries(tally),
});

/** Adds a line to a file of runs. */
export const keepRecord = (file: string, record: RunRecord): Promise<void> =>
  appendFile(file, `${JSON.stringify(record)}\n`);

/** The runs of a file, the first one first; none where there is no file. */
export async function readRecords(file: string): Promise<readonly RunRecord[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  // Written by `keepRecord`.
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as RunRecord]));
}
