import { setTimeout as pause } from 'node:timers/promises';
import { type Costs, costsFrom } from './costs.ts';
import type { Journey } from './journeys.ts';
import { type Gauge, travel, usedBy } from './measure.ts';
import type { Town } from './town.ts';

const settleMs = 500;
const restMs = 2_000;

/** One journey travelled for a while. */
export type Round = {
  /** Of every journey, the milliseconds to each stage. */
  readonly times: readonly (readonly number[])[];
  readonly costs: Costs;
  readonly seconds: number;
};

export async function measureRound(
  journey: Journey,
  { town, gauge }: { readonly town: Town; readonly gauge: Gauge },
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<Round> {
  let times: Round['times'] = [];
  const used = await usedBy(gauge, async () => {
    times = await travel(journey, town, { seconds, clients: 1, signal });
  });
  return { times, ...used };
}

/** Per journey, without what goes on in any case. */
export const withoutRest = ({ times, costs, seconds }: Round, rest: Costs): Costs =>
  costsFrom((name) => (costs[name] - rest[name] * seconds) / times.length);

/** In a second, after what was under way has come to its end. */
export async function restOf(gauge: Gauge, signal: AbortSignal): Promise<Costs> {
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
  await wait(settleMs);
  const { costs, seconds } = await usedBy(gauge, () => wait(restMs));
  return costsFrom((name) => costs[name] / seconds);
}
