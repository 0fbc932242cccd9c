import { startRedis } from '@moa/testing';
import type { Form } from '../journeys/moa.ts';
import { openServer } from '../postgres/temporary-server.ts';
import { benchFares } from '../taxi/bench.ts';
import type { LoadBench } from './bench.ts';
import { judge } from './budget.ts';
import type { Profile } from './profiles.ts';
import type { Outcome } from './result.ts';

/** Taxi and pay on their own, each in a process, since pay has to be stopped; queues and the rest where the form has them. */
export async function measureFares(
  { name, bus }: Form,
  profile: Extract<Profile, { kind: 'payers' }>,
  { report, signal }: LoadBench,
): Promise<Outcome> {
  signal.throwIfAborted();
  report(`${name}, ${profile.name}: ${profile.title}`);
  await using opened = new AsyncDisposableStack();
  const postgres = await openServer(undefined);
  opened.defer(postgres.close);
  const redis = bus === 'Redis' ? await startRedis({ appendonly: false }) : undefined;
  opened.defer(async () => redis?.stop());
  const { payers: bookers, rounds } = profile;
  const place = { adminUrl: postgres.url, redisUrl: redis?.url };
  const paid = await benchFares({ ...place, bookers, rounds, report, signal });
  return { kind: 'paid', profile, paid, verdicts: judge(profile.budgets, paid) };
}
