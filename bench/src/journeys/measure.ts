import { Redis } from 'ioredis';
import pg from 'pg';
import { usageOf } from '../../gateways/processes/usage.ts';
import { type Costs, costsFrom } from './costs.ts';
import type { Journey } from './journeys.ts';
import type { Moa } from './moa.ts';
import { type Split, sumOf } from './split.ts';
import type { Town } from './town.ts';

export type Used = { readonly costs: Costs; readonly seconds: number };

export type Gauge = {
  /** Costs so far, of all processes. */
  readonly total: () => Promise<Costs>;
};

/** The servers' processes are found once; they are nowhere but on this machine. */
export async function openGauge({ place, processes }: Moa): Promise<Gauge> {
  const postgres = await pidOfPostgres(place.postgresUrl);
  const redis = place.redisUrl === undefined ? undefined : await pidOfRedis(place.redisUrl);
  const milliseconds = (pid: number | undefined) => (pid === undefined ? 0 : (usageOf(pid)?.cpuSeconds ?? 0) * 1_000);
  return {
    async total() {
      const counts = await Promise.all(processes.map(({ ask }) => ask('count')));
      const sum = (of: 'cpu' | 'roundTrips' | 'statements') => counts.reduce((all, count) => all + count[of], 0);
      return {
        moa: sum('cpu') / 1_000,
        postgres: milliseconds(postgres),
        redis: milliseconds(redis),
        roundTrips: sum('roundTrips'),
        statements: sum('statements'),
      };
    },
  };
}

async function pidOfPostgres(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ file: string }>(`select pg_read_file('postmaster.pid') as file`);
    return Number(rows[0]?.file.split('\n')[0]);
  } finally {
    await client.end();
  }
}

async function pidOfRedis(url: string): Promise<number> {
  const redis = new Redis(url);
  try {
    return Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
  } finally {
    redis.disconnect();
  }
}

/** What the processes used while `run` ran, and how long that took. */
export async function usedBy(gauge: Gauge, run: () => Promise<unknown>): Promise<Used> {
  const [before, began] = [await gauge.total(), performance.now()];
  await run();
  const [after, seconds] = [await gauge.total(), (performance.now() - began) / 1_000];
  return { costs: costsFrom((name) => after[name] - before[name]), seconds };
}

export type Travelling = { readonly seconds: number; readonly clients: number; readonly signal: AbortSignal };

/** Goes a journey again and again; every client begins anew as soon as it has arrived. */
export async function travel(
  journey: Journey,
  town: Town,
  { seconds, clients, signal }: Travelling,
): Promise<readonly (readonly number[])[]> {
  const times: (readonly number[])[] = [];
  const until = performance.now() + seconds * 1_000;
  let turn = 0;
  const client = async () => {
    while (performance.now() < until && !signal.aborted) times.push(await journey.travel(town, turn++));
  };
  await Promise.all(Array.from({ length: clients }, client));
  signal.throwIfAborted();
  return times;
}

/** Where the processes' time goes while `run` runs. */
export async function profile({ processes }: Moa, run: () => Promise<unknown>): Promise<Split> {
  await Promise.all(processes.map(({ ask }) => ask('start profile')));
  await run();
  return sumOf(await Promise.all(processes.map(({ ask }) => ask('end profile'))));
}
