import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { openBooks } from './books.ts';
import { type Fault, nothing } from './faults.ts';
import { type FormName, openForm } from './form.ts';
import { openHistory } from './history.ts';
import { blindInvariants } from './invariants.ts';
import { randomOf } from './random.ts';
import { playRound, type Round } from './round.ts';
import { describeRound } from './say.ts';
import { inGroups, sequenceOf } from './sequence.ts';
import { type Tally, tallyOf } from './tally.ts';
import { startWorkload } from './workload.ts';

/** What decides a run. */
export type RunPlan = {
  readonly form: FormName;
  readonly seed: string;
  readonly faults: readonly Fault[];
  /** How often each fault comes. */
  readonly rounds: number;
  /** Faults in one round, one after the other; 1 when left out. */
  readonly together?: number;
  /** How long a job belongs to its worker, in ms; as in operation when left out. */
  readonly lockMs?: number | undefined;
  /** The broken build that Moa runs with, if any. */
  readonly broken?: string | undefined;
  /** The folder that the history, as JSON lines, and the parts' logs go to, in place of what an earlier run left there. */
  readonly evidence: string;
  /** Hears what happens. */
  readonly say: (line: string) => void;
};

export type RunResult = {
  readonly form: FormName;
  /** No more after the first in which something was wrong. */
  readonly rounds: readonly Round[];
  /** Invariants that would not have noticed, since too little has happened; asked only where nothing was wrong. */
  readonly blind: readonly string[];
  readonly tally: Tally;
};

/** Until enough has happened for each check to have something to look at. */
const mostQuietRounds = 10;

/** Starts Moa and people who use it, and breaks it round after round. */
export async function run(plan: RunPlan): Promise<RunResult> {
  const { form: name, seed, faults, rounds, together = 1, broken, lockMs, evidence, say } = plan;
  await using closing = new AsyncDisposableStack();
  const random = randomOf(`${seed}/${name}`);
  await emptyFolder(evidence);
  const form = await openForm(name, { broken, lockMs, logs: evidence });
  closing.defer(form.close);
  const history = openHistory(path.join(evidence, 'history.log'));
  closing.defer(history.close);
  const books = openBooks(form);
  closing.defer(books.close);
  const workload = await startWorkload(form, random.fork('people'), history);
  closing.defer(workload.leave);

  const arena = { form, books, history, workload };
  const played: Round[] = [];
  const wentWell = () => played.every(({ offences }) => offences.length === 0);
  const play = async (some: readonly Fault[]) => {
    const round = await playRound(some, random.fork(`round ${played.length}`), arena);
    played.push(round);
    say(describeRound(played.length, round));
  };
  for (const some of inGroups(sequenceOf(faults, rounds, random.fork('sequence')), together)) {
    await play(some);
    // What is wrong would be found again in every round after it.
    if (!wentWell()) break;
  }
  const blindNow = async () => (wentWell() ? blindInvariants(books, history) : []);
  let blind = await blindNow();
  for (let more = 0; blind.length > 0 && more < mostQuietRounds; more += 1) {
    await play([nothing]);
    blind = await blindNow();
  }
  if (blind.length > 0) say(`Too little has happened for these to notice anything: ${blind.join(', ')}.`);
  return { form: name, rounds: played, blind, tally: tallyOf(history) };
}

async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}
