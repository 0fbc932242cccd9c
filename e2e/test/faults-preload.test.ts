import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { subgraphs } from '@moa/contracts';
import { openJobs } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { jobNames } from '../faults/faults/saga-steps.ts';
import { invariants } from '../faults/invariants.ts';
import { partOf } from '../faults/part.ts';
import { breaks } from '../faults/preload/breaks.ts';
import { edited } from '../faults/preload/broken-build.ts';
import { clockText } from '../faults/preload/clock.ts';
import { moments } from '../faults/preload/crash-point.ts';
import { locksText } from '../faults/preload/locks.ts';
import { mixJobs, watchForMixing } from '../faults/preload/mixed-jobs.ts';
import { preloadOption } from '../faults/preload/tell.ts';
import { placeOrder, untilOrder } from '../src/food.ts';
import { demoEmails, signIn } from '../src/person.ts';
import { openPlace } from '../src/place.ts';

const root = new URL('../../', import.meta.url);
const source = (file: string): string => readFileSync(new URL(file, root), 'utf8');

/** Moa in one process that takes orders, with what breaks it loaded, and a customer. */
async function openMoa(bus: (typeof buses)[number]) {
  const place = await openPlace(bus);
  const logs = await mkdtemp(path.join(tmpdir(), 'moa-e2e-'));
  const moa = partOf({
    name: 'moa',
    script: fileURLToPath(new URL('moa/moa.mjs', root)),
    readyWhen: 'is ready',
    logFile: path.join(logs, 'moa.log'),
    variables: { ...place.variables, SUBGRAPHS: 'account,order,delivery,pay', NODE_OPTIONS: preloadOption },
  });
  onTestFinished(async () => {
    await moa.kill();
    await place.close();
    await rm(logs, { recursive: true });
  });
  await moa.start();
  return { moa, customer: await signIn(place.url, demoEmails('MEMBER')[0] ?? '') };
}

// Around the jobs of this process, once.
watchForMixing();

/** On one bus, since none has a part in it. */
describe.each(buses.slice(0, 1))('a process that is told what to do wrong, $name', (bus) => {
  test('it dies at each moment of a message, and lives on what it was before once it is started again', {
    timeout: 240_000,
  }, async () => {
    const { moa, customer } = await openMoa(bus);
    const ids: string[] = [];
    for (const moment of moments) {
      // What asks for the charge is written with the payment, handed over, and worked off.
      await moa.tell({ kind: 'crash', at: [{ topic: 'chargePayment', moment }] });
      const idempotencyKey = `dies ${moment}`;
      // Its answer may be lost with the process: then the key tells.
      const ordered = () =>
        placeOrder(customer, { idempotencyKey }).then(
          ({ order }) => order?.id,
          () => undefined,
        );
      await until(() => ordered().then(() => !moa.isRunning()), { timeoutMs: 30_000 });
      expect(moa.endedByItself()).toBeUndefined();
      await moa.start();
      ids.push(await until(ordered, { timeoutMs: 30_000 }));
    }
    for (const id of ids) await untilOrder(customer, id, ({ status }) => status === 'PAID');
  });

  test('the clock of one subgraph moves, and back', { timeout: 120_000 }, async () => {
    const { moa, customer } = await openMoa(bus);
    const placedAt = async (): Promise<number> => {
      const { order } = await placeOrder(customer);
      const { data } = await customer.ask<{ order: { placedAt: string } }>(
        'query ($id: ID!) { order(id: $id) { placedAt } }',
        {
          id: order?.id,
        },
      );
      return Date.parse(data?.order.placedAt ?? '');
    };
    await moa.tell({ kind: 'clock', subgraph: 'order', aheadMs: 600_000 });
    const ahead = await placedAt();
    expect(ahead).toBeGreaterThan(Date.now());
    await moa.tell({ kind: 'clock', subgraph: 'order', aheadMs: 0 });
    expect(await placedAt()).toBeLessThan(ahead);
  });
});

describe.each(buses)('queues that are told what to do wrong, $name', (bus) => {
  test('jobs come twice and out of order, and afterwards as ever', async () => {
    const { url, close } = await bus.open();
    const jobs = await openJobs({ url, logger: createLogger('test', 'silent') });
    onTestFinished(async () => {
      mixJobs(undefined);
      await jobs.close();
      await close();
    });
    const done: string[] = [];
    const work = async (prefix: string) => {
      done.length = 0;
      const names = Array.from({ length: 20 }, (_, n) => `${prefix}${n}`);
      await jobs.add(
        'mixed',
        names.map((id) => ({ id, name: 'any', data: {} })),
      );
      return names;
    };
    jobs.work('mixed', async ({ id }) => void done.push(id), { concurrency: 8 });

    mixJobs('a seed');
    const mixed = await work('mixed');
    await until(() => done.length === 2 * mixed.length);
    expect(new Set(done)).toEqual(new Set(mixed));
    expect([...new Set(done)]).not.toEqual(mixed);
    mixJobs(undefined);
    const plain = await work('plain');
    await until(() => plain.every((id) => done.includes(id)));
    expect(done.toSorted()).toEqual(plain.toSorted());
  });
});

test('what the preload looks for stands in the sources', () => {
  expect(subgraphs.filter((name) => !source(`subgraphs/${name}/src/open.ts`).includes(clockText))).toEqual([]);
  expect(source('shared/jobs/src/open.ts')).toContain(locksText);
  expect(source('shared/outbox/src/send.ts')).toContain('insert into outbox');
  expect(source('shared/outbox/src/dispatch.ts')).toContain('update outbox set sent_at');
  expect(source('shared/outbox/src/dispatch.ts')).toContain('from outbox where sent_at is null');
});

test('the jobs that a process may die at are those that there are', () => {
  const files = { pay: 'payments', taxi: 'bookings', plan: 'recommendations' } as const;
  for (const name of ['pay', 'taxi', 'plan'] as const) {
    const text = source(`subgraphs/${name}/src/jobs/${files[name]}.ts`);
    expect(jobNames[name].filter((job) => !new RegExp(`\\b${job}\\b.*\\(data\\)`).test(text))).toEqual([]);
  }
});

test.each(breaks)('the broken build $name fits its sources', ({ edits }) => {
  for (const edit of edits) expect(edited(source(edit.file), edit)).not.toBe(source(edit.file));
});

test('every invariant has a broken build, but for those that their own tests break', () => {
  const broken = new Set(breaks.map(({ name }) => name));
  expect(invariants.filter(({ name }) => !broken.has(name)).map(({ name }) => name)).toEqual(['sagas-move']);
  expect(broken.size).toBe(breaks.length);
});
