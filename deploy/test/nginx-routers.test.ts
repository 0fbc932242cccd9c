import { until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workersOf } from '../src/nginx/workers.ts';
import { type Outcome, openClient, watch } from './nginx/client.ts';
import { type Ground, hasNginx, openGround } from './nginx/ground.ts';

let ground: Ground;
let client: ReturnType<typeof openClient>;

const answered = '{"data":{"hello":"hello"}}\n';
const failuresIn = (outcomes: readonly Outcome[]) => outcomes.filter(({ text }) => text.trim() !== answered.trim());

/** Ready, and not left out any more for having failed. */
const allServe = () =>
  until(async () => {
    const before = ground.subgraph.calls.length;
    for (const _ of ground.routers) await client.ask('{ hello }');
    return new Set(ground.subgraph.calls.slice(before).map(({ router }) => router)).size === ground.routers.length;
  });

describe.skipIf(!hasNginx)('three routers behind nginx', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    ground = await openGround(3);
    client = openClient(ground);
  });
  afterAll(async () => {
    await client?.close();
    await ground?.close();
  });

  test('are loaded evenly', async () => {
    const load = client.load('{ hello }');
    await load.more(150);
    expect(failuresIn(await load.stop())).toEqual([]);
    const counts = ground.routers.map(
      (_, index) => ground.subgraph.calls.filter((call) => call.router === index).length,
    );
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
  });

  test('can be changed while requests come and a socket is open', async () => {
    const subscribed = ground.subgraph.subscribed();
    const watcher = watch(ground, 'subscription { ticked }');
    await subscribed;
    const load = client.load('{ hello }');
    const { nginx, settings } = ground;
    const [gone, ...others] = settings.routers;
    await nginx.reload({ ...settings, routers: others });
    await load.more(50);
    const before = ground.subgraph.calls.length;
    await load.more(50);
    expect(ground.subgraph.calls.slice(before).filter(({ router }) => settings.routers[router] === gone)).toEqual([]);
    await nginx.reload(settings);
    await load.more(50);
    expect(failuresIn(await load.stop())).toEqual([]);

    ground.subgraph.tick(1);
    expect(await watcher.next()).toEqual({ ticked: 1 });
    expect((await workersOf(nginx.pid)).filter(({ leaving }) => leaving)).toHaveLength(1);
    await watcher.close();
    await until(async () => (await workersOf(nginx.pid)).every(({ leaving }) => !leaving));
  });

  test('that die over a mutation never have it sent to another; a query, and what no router has read, is answered by the next', async () => {
    const paid = () => ground.subgraph.calls.filter(({ field }) => field === 'pay').length;
    const told = ground.subgraph.next('pay');
    const mutation = client.ask('mutation { pay }');
    const payer = ground.routers[(await told).router];
    await payer?.end('SIGKILL');
    const { status, text } = await mutation;
    expect({ status, ...JSON.parse(text) }).toMatchObject({
      status: 502,
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', requestId: expect.stringMatching(/^\w{32}$/) } }],
    });
    expect(paid()).toBe(1);

    const asked = ground.subgraph.next('held');
    const query = client.ask('{ held }');
    const reader = ground.routers[(await asked).router];
    const again = ground.subgraph.next('held');
    await reader?.end('SIGKILL');
    await again;
    ground.subgraph.letGo();
    expect(JSON.parse((await query).text)).toEqual({ data: { held: 'held' } });

    const before = paid();
    const mutations = ground.routers.map(() => client.ask('mutation { pay }')); // some come to a dead one first, which has read nothing
    await until(() => paid() === before + mutations.length);
    ground.subgraph.letGo();
    for (const { text } of await Promise.all(mutations)) expect(JSON.parse(text)).toEqual({ data: { pay: 'pay' } });
    await Promise.all([payer?.start(), reader?.start()]);
  });

  test('may die one after the other: queries fail only when there is none left, and no more once there is one', async () => {
    await allServe();
    const [first, second, third] = ground.routers;
    const load = client.load('{ hello }');
    for (const router of [first, second]) {
      await load.more(50);
      await router?.end('SIGKILL');
    }
    await load.more(50);
    expect(failuresIn(await load.stop())).toEqual([]);

    await third?.end('SIGKILL');
    expect(await client.ask('{ hello }')).toMatchObject({ status: 502 });
    await third?.start();
    await until(async () => failuresIn([await client.ask('{ hello }')]).length === 0);
  });
});
