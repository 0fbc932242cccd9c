import { setTimeout as pause } from 'node:timers/promises';
import { anyOf } from './any-of.ts';
import type { Journey } from './journey.ts';
import { anyJourney } from './journeys.ts';
import { openRecorder, type Recording } from './recorder.ts';
import type { Town } from './town.ts';
import { startWalk } from './walk.ts';

/** People who know nothing of each other come at random moments, whether those before were answered or not. */
export type Arrivals = {
  readonly perSecond: number;
  readonly seconds: number;
  /** How long they look at what came, on average. */
  readonly thinkMs: number;
};

type Arrival = { readonly at: number; readonly journey: Journey };

/** Resolves when all have come to the end of their way. */
export async function playArrivals(town: Town, arrivals: Arrivals): Promise<Recording> {
  const plan = planArrivals(arrivals);
  const began = performance.now();
  const recorder = openRecorder(began);
  const thinkMs = () => exponential(arrivals.thinkMs);
  const come = async ({ at, journey }: Arrival): Promise<void> => {
    const walk = startWalk({ due: began + at, thinkMs, end: Number.POSITIVE_INFINITY }, recorder.note);
    const end = await journey.travel(walk, town, anyOf(town.members)).catch(() => undefined); // the step was noted
    if (end !== undefined) recorder.end(`${journey.name}: ${end}`);
  };
  const people: Promise<void>[] = [];
  for (const arrival of plan) {
    const left = began + arrival.at - performance.now();
    if (left > 0) await pause(left);
    people.push(come(arrival));
  }
  await Promise.all(people);
  return recorder.recording;
}

/** Who comes when is settled before anybody is asked: an answer that is late makes nobody come later. */
export function planArrivals({ perSecond, seconds }: Omit<Arrivals, 'thinkMs'>): readonly Arrival[] {
  const plan: Arrival[] = [];
  const gap = () => exponential(1_000 / perSecond);
  for (let at = gap(); at < seconds * 1_000; at += gap()) plan.push({ at, journey: anyJourney() });
  return plan;
}

const exponential = (mean: number): number => -Math.log(1 - Math.random()) * mean;
