import { buses, until } from '@moa/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { expect, test, vi } from 'vitest';
import { member, openWorld } from './world.ts';

test.each(buses)('measure on $name', async (kind) => {
  const world = await openWorld(kind);
  const [gone = member(), kim = member(), lee = member()] = await world.joined(3);
  await world.sql.query(
    `with fan as (insert into members (id, follower_count, following_count)
       select gen_random_uuid(), 0, 3 from generate_series(1, 100000) returning id)
     insert into pairs (follower_id, followee_id, version, number, followed_at)
     select id, whom, 1, nextval('follow_numbers'), now() from fan, unnest($1::uuid[]) as whom`,
    [[gone.memberId, kim.memberId, lee.memberId]],
  );
  await world.sql.query(`update members set follower_count = 100000 where id = any($1)`, [[gone.memberId, kim.memberId, lee.memberId]]);
  await world.sql.query('analyze');
  const times: Record<string, number[]> = {};
  const original = EntityManager.prototype.execute;
  const spy = vi.spyOn(EntityManager.prototype, 'execute').mockImplementation(async function (this: EntityManager, ...args: unknown[]) {
    const from = performance.now();
    try { return await (original as any).apply(this, args); } finally {
      const key = String(args[0]).replace(/\s+/g, ' ').slice(0, 45);
      (times[key] ??= []).push(performance.now() - from);
    }
  } as any);
  const from = performance.now();
  const waits: number[] = [];
  let over = false;
  const others = (async () => {
    const [a = member(), b = member()] = await world.joined(2);
    while (!over) {
      const t = performance.now();
      const r = await world.follow(a, b); await world.unfollow(a, b);
      expect(r.codes).toEqual([]);
      waits.push((performance.now() - t) / 2);
      await new Promise((r) => setTimeout(r, 20));
    }
  })();
  await world.hear('MemberDeleted', gone);
  await until(async () => (await world.sql.query('select from pairs where follower_id = $1 or followee_id = $1 limit 1', [gone.memberId])).rows.length === 0, { timeoutMs: 200_000 });
  const gonems = performance.now() - from;
  over = true; await others;
  await until(async () => (await world.sql.query('select from outbox where sent_at is null limit 1')).rows.length === 0, { timeoutMs: 200_000 });
  console.log(kind.name, 'gone after', Math.round(gonems), 'all told after', Math.round(performance.now() - from), 'others max', Math.round(Math.max(...waits)), 'mean', Math.round(waits.reduce((a, b) => a + b, 0) / waits.length));
  spy.mockRestore();
  for (const [key, list] of Object.entries(times)) if (Math.max(...list) > 30) console.log(key, list.length, 'mean', (list.reduce((a, b) => a + b, 0) / list.length).toFixed(1), 'max', Math.max(...list).toFixed(0));
  expect(await world.miscounted()).toEqual([]);
  await world.close();
}, 400_000);
