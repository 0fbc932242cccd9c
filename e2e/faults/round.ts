import { setTimeout as wait } from 'node:timers/promises';
import type { Books } from './books.ts';
import type { Fault } from './faults.ts';
import type { Form } from './form.ts';
import type { History } from './history.ts';
import { type Breach, breachesOf, invariantsAtAnyMoment } from './invariants.ts';
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
  /** What came, one after the other, and what that broke. */
  readonly faults: readonly { readonly name: string; readonly says: string }[];
  /** In ms, from the moment that nobody wanted anything new until everything had come to its end, or the wait was over. */
  readonly settledMs: number;
  readonly offences: readonly Offence[];
};

/** People are in the middle of something when it breaks, and begin something new once it is whole. */
const leastBusyMs = 500;
const mostBusyMs = 2_500;

/**
 * Breaks something under load, holds it, heals it, and so the next thing; then looks whether everything comes to its end and nothing
 * is wrong.
 */
export async function playRound(faults: readonly Fault[], random: Random, arena: Arena): Promise<Round> {
  const { books, history, workload } = arena;
  workload.goOn();
  const came: Came[] = [];
  for (const fault of faults) came.push(await breakAndHeal(fault, random, arena));

  workload.calmDown();
  const { tookMs, breaches } = await settle(books, history);
  const still = new Set(breaches.map(({ invariant }) => invariant));
  const passing = came.flatMap(({ early }) => early).filter(({ invariant }) => !still.has(invariant));
  const offences = [
    ...came.flatMap(({ left }) => left),
    ...[...passing, ...breaches].map(offenceOf),
    ...partsThatLeft(arena.form),
  ];
  return { faults: came.map(({ name, says }) => ({ name, says })), settledMs: tookMs, offences };
}

/** A fault that came, and what was wrong before anything had come to its end. */
type Came = {
  readonly name: string;
  readonly says: string;
  readonly early: readonly Breach[];
  readonly left: readonly Offence[];
};

async function breakAndHeal(fault: Fault, random: Random, { form, books, history }: Arena): Promise<Came> {
  const busy = () => wait(leastBusyMs + random.below(mostBusyMs - leastBusyMs));
  await busy();
  const { says, holdMs = 0, heal } = await fault.inject(form, random);
  const whole = history.disturbed(says);
  await wait(holdMs);
  await heal();
  const left = partsThatLeft(form);
  await startAll(form.parts); // a crash that a fault asked for may have come at any moment of it
  whole();
  await busy();
  return { name: fault.name, says, left, early: await breachesOf(books, history, invariantsAtAnyMoment) };
}
