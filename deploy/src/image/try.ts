import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { subgraphs } from '@moa/contracts';
import { databaseUrls, startPostgres } from '@moa/db';
import { freePorts, until } from '@moa/testing';
import { parseDotEnv, type Variables } from '../dot-env.ts';
import type { Image } from './build.ts';

const run = promisify(execFile);
/** That of `node` in Node's own images. */
const nodeUser = 1000;
const root = process.getuid?.() === 0;

/** What was found of an image; each is as it should be. */
export type Trial = { readonly routerReadyMs: number; readonly dishes: number; readonly graphiqlBytes: number };

/**
 * Starts Moa from an image's folder, as an unprivileged user who may write nothing there: migration, a process with all subgraphs, and a
 * router. @throws when a part does not become ready, or does not answer
 */
export async function tryImage({ folder, variables }: Image): Promise<Trial> {
  execFileSync('chmod', ['-R', 'a-w,a+rX', folder]);
  await using closing = new AsyncDisposableStack();
  const temporary = mkdtempSync(path.join(tmpdir(), 'moa-image-'));
  closing.defer(() => rmSync(temporary, { recursive: true }));
  execFileSync('chmod', ['1777', temporary]);
  const postgres = await startPostgres({ dataDir: path.join(temporary, 'postgres') });
  closing.defer(postgres.stop);
  const names = [...subgraphs, 'sandbox', 'bus'] as const;
  const urls = databaseUrls({ adminUrl: postgres.url, dataDir: path.join(temporary, 'postgres'), names });
  const port = await freePorts(25);

  const moa = (command: readonly string[], own: Variables) =>
    [
      process.execPath,
      ['moa/moa.mjs', ...command],
      {
        cwd: folder,
        env: { ...variables, PORT: String(port), TMPDIR: temporary, PATH: '/usr/bin:/bin', ...own },
        ...(root ? { uid: nodeUser, gid: nodeUser } : {}),
      },
    ] as const;
  const keys = parseDotEnv((await run(...moa(['keys'], {}))).stdout);
  const databases = Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, urls[name]]));
  await run(...moa(['migrate'], { ...databases, DATABASE_URL: postgres.url }));

  const keysOf = (...signers: readonly string[]) =>
    JSON.stringify({ keys: signers.flatMap((name) => JSON.parse(keys[`${name}_PRIVATE_KEYS`] ?? '').keys) });
  const shared = { IDENTITY_PUBLIC_KEYS: keys.IDENTITY_PUBLIC_KEYS ?? '' };
  const parts: readonly Variables[] = [
    { ...shared, ...databases, ROUTER: '0', IDENTITY_PRIVATE_KEYS: keysOf('ORDER', 'TAXI', 'PLAN') },
    { ...shared, SUBGRAPHS: ',', IDENTITY_PRIVATE_KEYS: keysOf('ROUTER') },
  ];
  const began = performance.now();
  for (const part of parts) {
    const [program, args, how] = moa([], part);
    const child = spawn(program, args, { ...how, stdio: ['ignore', 'ignore', 'inherit'] });
    const ended = once(child, 'exit');
    closing.defer(async () => {
      child.kill('SIGTERM');
      await ended;
    });
    const ready = () =>
      run(...moa(['ready'], part)).then(
        () => true,
        () => false,
      );
    await until(async () => child.exitCode !== null || (await ready()), { timeoutMs: 60_000 });
    if (child.exitCode !== null) throw new Error(`A part ended with ${child.exitCode} before it was ready.`);
  }
  const routerReadyMs = performance.now() - began;

  const url = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ menuItems(first: 3) { nodes { name } } }' }),
  });
  const { data } = (await answer.json()) as { data: { menuItems: { nodes: unknown[] } } }; // by the schema
  const graphiql = await fetch(`${url}/graphiql`);
  if (!graphiql.ok) throw new Error(`/graphiql answers ${graphiql.status}.`);
  return { routerReadyMs, dishes: data.menuItems.nodes.length, graphiqlBytes: (await graphiql.text()).length };
}
