import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bus } from '@moa/testing';
import { until } from '@moa/testing';
import { describeMachine } from '../measure/machine.ts';
import { type Latency, tellOthers } from './others.ts';
import { type ServedTown, serveTown } from './serve.ts';

export type FanOutBench = {
  /** The administrator's URL of the server to measure on; the bench drops what it creates there. */
  readonly adminUrl: string;
  /** Where queues and live events are kept; measured one after the other. */
  readonly buses: readonly Bus[];
  readonly followers: number;
  /** Milliseconds for which others are watched before. */
  readonly calmMs: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

export type FanOut = {
  readonly bus: Bus['name'];
  /** Seconds until every follower's mailbox has it, and until the last live entry was handed over. */
  readonly storedSeconds: number;
  readonly liveSeconds: number;
  /** How long notifications of others took: before, and meanwhile. */
  readonly before: Latency;
  readonly meanwhile: Latency;
};

export type FanOutResult = {
  readonly followers: number;
  readonly fanOuts: readonly FanOut[];
  readonly machine: string;
};

const patience = { timeoutMs: 600_000 };

/** Shares a plan on each bus and waits until every follower was told once. @throws what `signal` was aborted with */
export async function benchFanOut({
  adminUrl,
  buses,
  followers,
  calmMs,
  report,
  signal,
}: FanOutBench): Promise<FanOutResult> {
  const fanOuts: FanOut[] = [];
  for (const bus of buses) {
    signal.throwIfAborted();
    const town = await serveTown(adminUrl, bus, { followers, signal });
    try {
      report(`${bus.name}: ${followers} followers are there`);
      fanOuts.push({ bus: bus.name, ...(await measure(town, { calmMs, signal })) });
      report(`${bus.name}: told all`);
    } finally {
      await town.close();
    }
  }
  return { followers, fanOuts, machine: describeMachine() };
}

async function measure(
  town: ServedTown,
  { calmMs, signal }: Pick<FanOutBench, 'calmMs' | 'signal'>,
): Promise<Omit<FanOut, 'bus'>> {
  const calm = await tellOthers(town);
  await pause(calmMs, undefined, { signal });
  const before = await calm.stop();

  const others = await tellOthers(town);
  const planId = randomUUIDv7();
  const from = performance.now();
  await town.publish({ type: 'PlanShared', version: 2, planId, ownerId: town.ownerId, location: '제주' });
  const reached = async (state: 'stored' | 'live') => {
    await until(async () => {
      signal.throwIfAborted();
      await pause(100);
      return progress[state](town, planId);
    }, patience);
    return (performance.now() - from) / 1_000;
  };
  const storedSeconds = await reached('stored');
  const liveSeconds = await reached('live');
  const meanwhile = await others.stop();
  await check(town, planId);
  return { storedSeconds, liveSeconds, before, meanwhile };
}

/** Cheap to ask; counting is left to the end. */
const progress = {
  /** They are told in the order in which they began to follow. */
  async stored({ sql, ownerId }: ServedTown, planId: string): Promise<boolean> {
    const { rowCount } = await sql.query(
      `select from notifications where plan_id = $2
         and recipient_id = (select follower_id from followers where followee_id = $1 order by since desc limit 1)`,
      [ownerId, planId],
    );
    return rowCount === 1;
  },
  async live({ sql }: ServedTown, planId: string): Promise<boolean> {
    const { rows } = await sql.query<{ done: boolean }>(
      `select not exists (select from outbox where sent_at is null and kind = 'live' and payload->>'planId' = $1) as done`,
      [planId],
    );
    return rows[0]?.done === true;
  },
} as const;

async function check({ sql, followers }: ServedTown, planId: string): Promise<void> {
  const { rows } = await sql.query<{ told: number; entries: number; wrong: number }>(
    `select (select count(*)::integer from notifications where plan_id::text = $1) as told,
       (select count(*)::integer from outbox where kind = 'live' and payload->>'planId' = $1) as entries,
       (select count(*)::integer from recipients r where unread_count <>
         (select count(*) from notifications n where n.recipient_id = r.id and read_at is null)) as wrong`,
    [planId],
  );
  const { told, entries, wrong } = rows[0] ?? {};
  if (told === followers && entries === followers && wrong === 0) return;
  throw new Error(
    `${told} notifications and ${entries} live entries for ${followers} followers; ${wrong} wrong counts.`,
  );
}
