import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import type { Command, Outcome, Phase, Played, Question, Sample, Saturated } from './generator.ts';

/** Kept open, as a proxy keeps them; whoever is due while all of them wait for an answer waits for one. */
const connections = 500;
const patienceMs = 10_000;

process.on('message', async (message) => {
  process.send?.(await obey(message as Command)); // the other end is generator.ts
});
process.on('disconnect', () => process.exit()); // the bench has ended

async function obey(command: Command): Promise<Saturated | Played> {
  const { origin, pathname } = new URL(command.question.url);
  const pool = new Pool(origin, { connections, headersTimeout: patienceMs, bodyTimeout: patienceMs });
  try {
    const ask = () => outcomeOf(pool, pathname, command.question);
    if (command.do === 'saturate') return await saturate(ask, command);
    await Promise.all(Array.from({ length: connections }, ask)); // each opens one
    return await play(ask, command.phases);
  } finally {
    await pool.destroy();
  }
}

type Ask = () => Promise<Outcome>;

async function outcomeOf(pool: Pool, path: string, { body, expected }: Question): Promise<Outcome> {
  try {
    const answer = await pool.request({
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
    });
    const text = await answer.body.text();
    if (answer.statusCode === 503 && answer.headers['retry-after']) return 'refused';
    return answer.statusCode === 200 && text === expected ? 'answered' : 'failed';
  } catch {
    return 'failed'; // no answer in time, or the connection broke
  }
}

async function saturate(ask: Ask, { clients, seconds }: { clients: number; seconds: number }): Promise<Saturated> {
  const end = performance.now() + seconds * 1_000;
  let answers = 0;
  const client = async () => {
    while (performance.now() < end) if ((await ask()) === 'answered') answers += 1;
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { answersPerSecond: answers / seconds };
}

/** One phase follows the other at once. Resolves when all have been answered. */
async function play(ask: Ask, phases: readonly Phase[]): Promise<Played> {
  const played = phases.map((): Sample[] => []);
  const asked: Promise<void>[] = [];
  let began = performance.now();
  for (const [index, { perSecond, seconds }] of phases.entries()) {
    let due = gap(perSecond);
    while (due < seconds * 1_000) {
      const at = due;
      const now = performance.now() - began;
      if (at > now) {
        await pause(1); // the clock of timers is no finer; those that are due by then are sent together
        continue;
      }
      const from = began + at;
      asked.push(
        ask().then((outcome) => {
          played[index]?.push({ at, milliseconds: performance.now() - from, outcome });
        }),
      );
      due += gap(perSecond);
    }
    began += seconds * 1_000;
  }
  await Promise.all(asked);
  return played;
}

/** Milliseconds until the next request of many people who know nothing of each other. */
const gap = (perSecond: number): number => (-Math.log(1 - Math.random()) / perSecond) * 1_000;
