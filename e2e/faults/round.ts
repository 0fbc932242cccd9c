import { setTimeout as wait } from 'node:timers/promises';
import type { Books } from './books.ts';
import type { Fault } from './faults.ts';
import type { Form } from './form.ts';
import type { History } from './history.ts';
import { breachesOf, invariantsAtAnyMoment } from './invariants.ts';
import { type Offence, offenceOf, partsThatLeft } from './offence.ts';
import { startAll } from './part.ts';
import type { Random } from './random.ts';
import { settle } from './settle.ts';
import type { Workload } from './workload.ts';

/** What a round is played in. */
export type Arena = {
  readonly form: Form;
  readonly books: Books;
  readonly history: History;
  readonly workload: Workload;
};

export type Round = {
  readonly fault: string;
  /** What was broken. */
  readonly says: string;
  /** In ms, from the moment that nobody wanted anything new until everything had come to its end, or the wait was over. */
  readonly settledMs: number;
  readonly offences: readonly Offence[];
};

/** People are in the middle of something when it breaks, and begin something new once it is whole. */
const leastBusyMs = 500;
const mostBusyMs = 2_500;

/** Breaks something under load, holds it, heals it, and looks whether everything comes to its end and nothing is wrong. */
export async function playRound(fault: Fault, random: Random, arena: Arena): Promise<Round> {
  const { form, books, history, workload } = arena;
  const busy = () => wait(leastBusyMs + random.below(mostBusyMs - leastBusyMs));
  workload.goOn();
  await busy();
  const { says, holdMs = 0, heal } = await fault.inject(form, random);
  const whole = history.disturbed(says);
  await wait(holdMs);
  await heal();
  const left = partsThatLeft(form);
  await startAll(form.parts); // a crash that a fault asked for may have come at any moment of it
  whole();
  await busy();

  const early = await breachesOf(books, history, invariantsAtAnyMoment);
  workload.calmDown();
  const { tookMs, breaches } = await settle(books, history);
  const still = new Set(breaches.map(({ invariant }) => invariant));
  const passing = early.filter(({ invariant }) => !still.has(invariant));
  const offences = [...left, ...[...passing, ...breaches].map(offenceOf), ...partsThatLeft(form)];
  return { fault: fault.name, says, settledMs: tookMs, offences };
}
