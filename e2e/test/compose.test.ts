import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { subgraphs } from '@moa/contracts';
import { freePorts, serverUrl, until } from '@moa/testing';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeFile, readServices, type Service } from '../src/compose-file.ts';
import { accept, cancelOrder, complete, deliveryOf, placeOrder, untilOrder } from '../src/food.ts';
import { demoEmails, signIn } from '../src/person.ts';
import { type MoaProcess, runCommand, startProcess } from '../src/process.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
/** The second router is as the first, and would need another port here. */
const parts = [...subgraphs, 'router-1'] as const;

describe('docker-compose.yml', () => {
  test.skipIf(!has('docker-compose'))('is what the compose specification allows (needs docker-compose)', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'moa-compose-'));
    await writeFile(path.join(folder, '.env'), await runCommand('keys', {}));
    const { status, stderr } = spawnSync('docker-compose', [
      '--env-file',
      path.join(folder, '.env'),
      '-f',
      composeFile,
      'config',
      '-q',
    ]);
    await rm(folder, { recursive: true });
    expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' });
  });

  test('gives each part its own database, and the admin’s password and private keys to nobody who does not need them', async () => {
    const services = readServices(await runCommand('keys', {}));
    const holders = (variable: string) => parts.filter((part) => services[part]?.environment[variable] !== undefined);
    expect(holders('DATABASE_URL')).toEqual([]);
    expect(holders('IDENTITY_PRIVATE_KEYS')).toEqual(['order', 'taxi', 'plan', 'router-1']);
    for (const part of subgraphs) expect(holders(`${part.toUpperCase()}_DATABASE_URL`)).toEqual([part]);
    expect(services.redis?.command).toEqual(
      expect.arrayContaining(['--appendonly', 'yes', '--maxmemory-policy', 'noeviction']),
    );
  });
});

/** The compose file's own variables on plain processes: only the hosts and ports are those of this machine. */
describe.skipIf(!has('redis-server'))(
  'the many-container form as plain processes, with real PostgreSQL and Redis',
  () => {
    const running: MoaProcess[] = [];
    let services: Readonly<Record<string, Service>>;
    let here: (text: string) => string;
    let url: string;
    let redis: ReturnType<typeof spawn> | undefined;
    let redisExit: Promise<unknown> | undefined;
    let redisDir: string;

    beforeAll(async () => {
      redisDir = await mkdtemp(path.join(tmpdir(), 'moa-redis-'));
      services = readServices(await runCommand('keys', {}));
      const port = await freePorts(25);
      const [redisPort, admin] = [port + 24, new URL(serverUrl())];
      url = `http://127.0.0.1:${port}/graphql`;
      here = (text) =>
        text
          .replace(
            /postgres:[^:@]*@postgres:5432\/postgres/,
            `${admin.username}:${admin.password}@${admin.host}/postgres`,
          )
          .replace('@postgres:5432', `@${admin.host}`)
          .replace('@redis:6379', `@127.0.0.1:${redisPort}`)
          .replace(/http:\/\/\w+:40(\d\d)\//, (_match, offset: string) => `http://127.0.0.1:${port + Number(offset)}/`);

      const [program = '', ...flags] = services.redis?.command ?? [];
      redis = spawn(program, [...flags, '--port', String(redisPort), '--bind', '127.0.0.1', '--dir', redisDir], {
        stdio: 'ignore',
      });
      redisExit = once(redis, 'exit');
      await until(() => answers(here(services.order?.environment.REDIS_URL ?? '')));

      await runCommand('migrate', variablesOf('migrate', port));
      // All at once, as containers start: nobody waits for a neighbour.
      await Promise.all(parts.map(async (part) => running.push(await startProcess(variablesOf(part, port)))));
    });
    afterAll(async () => {
      const codes = await Promise.all(running.map((part) => part.end('SIGTERM')));
      redis?.kill('SIGKILL');
      await redisExit;
      await rm(redisDir, { recursive: true, force: true });
      await dropDatabases();
      expect(codes).toEqual(parts.map(() => 0));
    });

    const variablesOf = (service: string, port: number) => ({
      ...Object.fromEntries(
        Object.entries(services[service]?.environment ?? {}).map(([name, value]) => [name, here(value)]),
      ),
      PORT: String(port),
      METRICS_PORT: '', // the same for all, which have a network address each
      MUTATIONS_PER_MINUTE: '0',
      LOG_LEVEL: 'error',
    });

    test('serves the food flow across five processes', async () => {
      const customer = await signIn(url, demoEmails('MEMBER')[0] ?? '');
      const courier = await signIn(url, demoEmails('COURIER')[0] ?? '');
      const { order } = await placeOrder(customer);
      const id = order?.id ?? '';
      type Seen = {
        orderChanged: {
          status: string;
          delivery: { status: string; courier: { name: string } | null } | null;
          payment: { status: string } | null;
        };
      };
      const live = customer.watch<Seen>(
        `subscription ($id: ID!) { orderChanged(orderId: $id) { status delivery { status courier { name } } payment { status } } }`,
        { id },
      );
      const delivery = await deliveryOf(customer, id);
      expect(await accept(courier, delivery)).toEqual([]);
      expect(await complete(courier, delivery)).toEqual([]);
      let seen = (await live.next()).value?.data?.orderChanged;
      while (seen?.status !== 'COMPLETED') seen = (await live.next()).value?.data?.orderChanged;
      expect(seen).toEqual({
        status: 'COMPLETED',
        delivery: { status: 'COMPLETED', courier: { name: expect.any(String) } },
        payment: { status: 'CAPTURED' },
      });
      await live.close();
    });

    test('cancels across processes and gives the money back', async () => {
      const customer = await signIn(url, demoEmails('MEMBER')[1] ?? '');
      const { order } = await placeOrder(customer);
      const id = order?.id ?? '';
      await deliveryOf(customer, id);
      expect(await cancelOrder(customer, id)).toEqual({ status: 'CANCELLED', codes: [] });
      await untilOrder(customer, id, ({ payment }) => payment?.status === 'REFUNDED');
    });

    test('a login role is refused by the database of another part', async () => {
      const order = new URL(here(services.order?.environment.ORDER_DATABASE_URL ?? ''));
      order.pathname = '/moa_pay';
      const client = new pg.Client({ connectionString: order.href });
      await expect(client.connect()).rejects.toThrow('permission denied for database');
    });
  },
);

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined); // refused until it listens
  try {
    await redis.connect();
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

async function dropDatabases(): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl() });
  await admin.connect();
  for (const name of [...subgraphs, 'sandbox']) {
    await admin.query(`drop database if exists moa_${name} with (force)`);
    await admin.query(`drop role if exists moa_${name}`);
  }
  await admin.end();
}
