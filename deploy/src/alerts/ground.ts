import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@moa/db';
import { demoEmails, type MoaProcess, type Person, signIn, startProcess, type Variables } from '@moa/e2e';
import { freePorts, type PrivateRedis, startRedis } from '@moa/testing';
import pg from 'pg';
import { type FileRouter, startFileRouter } from './file-router.ts';
import { openWebhook } from './webhook.ts';

/** The processes that Moa runs in here. `spare` is a second router, for what would hurt the first. */
export const parts = ['router', 'city', 'pay', 'taxi', 'spare'] as const;
export type Part = (typeof parts)[number];

const own: Record<Part, Variables> = {
  router: { SUBGRAPHS: ',', ROUTER: '1' },
  city: { SUBGRAPHS: 'account,order,delivery,notification,plan,follow,subway', ROUTER: '0' },
  pay: { SUBGRAPHS: 'pay', ROUTER: '0' },
  taxi: { SUBGRAPHS: 'taxi', ROUTER: '0' },
  spare: { SUBGRAPHS: ',', ROUTER: '1', OPERATIONS_IN_HAND: '1' },
};

/** A Moa in processes, on servers of its own, and everything that can be done to it. */
export type Ground = {
  /** The routers' addresses. */
  readonly url: string;
  readonly spareUrl: string;
  /** `host:port` of what each process tells. */
  readonly targets: readonly string[];
  readonly fileRouter: FileRouter;
  readonly customer: Person;
  readonly redis: PrivateRedis;
  /** Asks a database as its superuser: `postgres`, or one of Moa's. */
  sql(database: string, text: string): Promise<void>;
  /** A session of its own there. */
  session(database: string): Promise<pg.Client>;
  /** Where the payment provider listens. */
  readonly providerUrl: string;
  /** What the receiver of notifications answers from now on. */
  webhookAnswers(status: number): void;
  start(part: Part, more?: Variables): Promise<void>;
  kill(part: Part, signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  pause(part: Part): void;
  resume(part: Part): void;
};

export async function openGround(opened: AsyncDisposableStack): Promise<Ground> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'moa-alerts-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  const postgres = await startPostgres({ dataDir, settings: { fsync: 'off', max_connections: '300' } });
  opened.defer(() => postgres.stop());
  const redis = await startRedis({ appendonly: true });
  opened.defer(() => redis.stop());
  const webhook = await openWebhook();
  opened.defer(webhook.close);

  const port = await freePorts(50);
  const portsOf = Object.fromEntries(parts.map((part, index) => [part, port + 40 + index]));
  const common: Variables = {
    PORT: String(port),
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    MOA_DATA_DIR: dataDir,
    MUTATIONS_PER_MINUTE: '0',
    LOG_LEVEL: 'silent',
    NOTIFICATION_WEBHOOK_URL: webhook.url,
    NOTIFICATION_WEBHOOK_SECRET: 'for these alerts only',
  };
  const running = new Map<Part, MoaProcess>();
  const pidOf = (part: Part): number => running.get(part)?.pid ?? 0;
  const start = async (part: Part, more: Variables = {}): Promise<void> => {
    const metrics = { METRICS_PORT: String(portsOf[part]) };
    // The spare router asks the same subgraphs; all else it has for itself.
    const elsewhere = part === 'spare' ? { PORT: String(port + 30), ...urlsFrom(port) } : {};
    running.set(part, await startProcess({ ...common, ...own[part], ...metrics, ...elsewhere, ...more }));
  };
  const kill = async (part: Part, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> => {
    const process = running.get(part);
    running.delete(part);
    await process?.end(signal);
  };
  opened.defer(async () => {
    await Promise.all([...running.keys()].map((part) => kill(part)));
  });
  for (const part of parts) await start(part);

  const fileRouter = await startFileRouter(port + 48, port + 49);
  opened.defer(fileRouter.close);

  const sessionOf = async (database: string): Promise<pg.Client> => {
    const url = new URL(postgres.url);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    client.on('error', () => {}); // the server ends before it does
    await client.connect();
    return client;
  };
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    url,
    spareUrl: `http://127.0.0.1:${port + 30}/graphql`,
    targets: [...Object.values(portsOf), port + 49].map((each) => `127.0.0.1:${each}`),
    fileRouter,
    customer: await signIn(url, demoEmails('MEMBER')[0] ?? ''),
    redis,
    session: sessionOf,
    async sql(database, text) {
      const client = await sessionOf(database);
      await client.query(text).finally(() => client.end());
    },
    providerUrl: `http://127.0.0.1:${port + 20}`,
    webhookAnswers: webhook.answers,
    start,
    kill,
    pause: (part) => process.kill(pidOf(part), 'SIGSTOP'),
    resume: (part) => process.kill(pidOf(part), 'SIGCONT'),
  };
}

const neighbours = ['ACCOUNT', 'ORDER', 'DELIVERY', 'PAY', 'TAXI', 'NOTIFICATION', 'PLAN', 'FOLLOW', 'SUBWAY'];
const urlsFrom = (port: number): Variables =>
  Object.fromEntries(neighbours.map((name, index) => [`${name}_URL`, `http://127.0.0.1:${port + 1 + index}/graphql`]));
