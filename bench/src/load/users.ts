import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from './answer.ts';
import { anyOf } from './any-of.ts';
import { anyJourney } from './journeys.ts';
import { openRecorder, type Recording } from './recorder.ts';
import type { Town } from './town.ts';
import { Over, startWalk } from './walk.ts';

/** So many at once, each of whom begins anew as soon as a journey is over, and thinks of nothing in between. */
export type Stage = { readonly users: number; readonly seconds: number };

/** Who finds everything broken looks again after this long. */
const afterFailureMs = 1_000;
/** They come within this share of a stage, and not all at once. */
const arrivalShare = 0.1;

/** One stage follows the other at once. Resolves when all have been answered. */
export async function playUsers(town: Town, stages: readonly Stage[]): Promise<Recording> {
  const began = performance.now();
  const recorder = openRecorder(began);
  const users: Promise<void>[] = [];

  const user = async (from: number, end: number): Promise<void> => {
    await pause(Math.max(0, from - performance.now()));
    while (performance.now() < end) {
      const journey = anyJourney();
      const walk = startWalk({ due: performance.now(), thinkMs: () => 0, end }, recorder.note);
      try {
        recorder.end(`${journey.name}: ${await journey.travel(walk, town, anyOf(town.members))}`);
      } catch (cause) {
        if (cause instanceof Over) return;
        const ms = cause instanceof Refused ? cause.retryAfterMs * (1 + Math.random() / 2) : afterFailureMs;
        await pause(Math.min(ms, Math.max(0, end - performance.now())));
      }
    }
  };

  let from = began;
  for (const { users: count, seconds } of stages) {
    const end = from + seconds * 1_000;
    for (let n = 0; n < count; n += 1) users.push(user(from + (n / count) * arrivalShare * seconds * 1_000, end));
    from = end;
    await pause(Math.max(0, end - performance.now()));
  }
  await Promise.all(users);
  return recorder.recording;
}
