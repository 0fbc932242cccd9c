import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { databaseUrls, runningUrl } from '@moa/db';
import { openJobs } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import { buses, freePorts, until } from '@moa/testing';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { refuse, runMoa } from './jobs-ground.ts';

const entry = path.resolve(import.meta.dirname, '../moa.mjs');
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (program) => spawnSync(program, ['--version']).status === 0,
);
const job = { id: 'order-1', name: 'OrderPaid', data: { orderId: 'x', idempotencyKey: 'a secret of the client' } };

describe.each(buses)('the page with the queues, whose bus is on $name', { timeout: 90_000 }, (bus) => {
  const closing: (() => Promise<unknown>)[] = [];
  let variables: Record<string, string>;
  let url: string;

  beforeAll(async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'moa-board-'));
    closing.push(() => rm(dataDir, { recursive: true, force: true }));
    const redis = bus.name === 'redis' ? await bus.open() : undefined;
    closing.push(async () => redis?.close());
    const port = await freePorts(25);
    url = `http://localhost:${port + 21}`;
    variables = { PORT: String(port), MOA_DATA_DIR: dataDir, ...(redis && { REDIS_URL: redis.url }) };
    closing.push(await startMoa({ ...variables, SUBGRAPHS: 'account' }, 'is ready'));
    closing.push(await startMoa(variables, 'are shown at', 'board'));
    const adminUrl = (await runningUrl(dataDir)) ?? '';
    const jobs = await openJobs({
      url: redis?.url ?? databaseUrls({ adminUrl, dataDir, names: ['bus'] }).bus,
      logger: createLogger('board', 'silent'),
    });
    closing.push(() => jobs.close());
    await jobs.add('delivery-facts', [job]);
    await refuse(jobs, 'delivery-facts', job.id);
  });
  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
  });

  const tokenOf = async (email: string): Promise<string> => (await runMoa(variables, 'token', email)).out.trim();
  const signIn = (token: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/sign-in`, { method: 'POST', body: new URLSearchParams({ token }), headers, redirect: 'manual' });
  const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const statusOf = async (cookie: string, place = '/api/queues', init: RequestInit = {}): Promise<number> =>
    (await fetch(`${url}${place}`, { ...init, headers: { cookie, ...init.headers } })).status;

  test('strangers are asked who they are, members are sent away, and nobody can change anything', async () => {
    expect(await statusOf('')).toBe(401);
    expect(await statusOf('', '/static/js/main.js')).toBe(401);
    expect(await statusOf('moa_board=a.b.c')).toBe(401);
    const page = await fetch(url, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in']);

    const member = await tokenOf('jimin@demo.moa');
    expect((await signIn(member)).status).toBe(403);
    const [, memberToken = ''] = /Bearer ([^"]+)/.exec(member) ?? [];
    expect(await statusOf(`moa_board=${memberToken}`)).toBe(403);
    expect((await signIn('nonsense')).status).toBe(401);

    const admin = await tokenOf('daon@demo.moa');
    expect((await signIn(admin, { origin: 'https://elsewhere.example' })).status).toBe(403);
    const entered = await signIn(admin);
    expect(entered.status).toBe(303);
    expect(entered.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict/);
    expect(await statusOf(cookieOf(entered))).toBe(200);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(await statusOf(cookieOf(entered), `/api/queues/delivery-facts/${job.id}/retry/failed`, { method })).toBe(
        405,
      );
    const answer = await fetch(`${url}/api/queues?activeQueue=delivery-facts&status=failed&page=1`, {
      headers: { cookie: cookieOf(entered) },
    });
    const shown = await answer.text();
    expect(shown).toContain('the bank knows no such card');
    expect(shown).not.toContain('a secret of the client');
  });

  test.skipIf(!executablePath || bus !== buses.at(-1))('an admin sees a dead letter in a real browser', async () => {
    const browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(url);
    await page.getByLabel('access token').fill(await tokenOf('daon@demo.moa'));
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByText('delivery-facts').first().waitFor({ timeout: 15_000 });
    faults.length = 0; // before that it was a stranger's
    await page.goto(`${url}/queue/delivery-facts?status=failed`);
    await page.getByText('the bank knows no such card').first().waitFor({ timeout: 15_000 });
    expect(await page.getByRole('button', { name: /retry|clean|promote|add job/i }).count()).toBe(0);
    expect(faults.filter((fault) => !fault.includes('https://fonts.googleapis.com/'))).toEqual([]); // it asks nobody else
    await page.getByText('Data', { exact: true }).click({ timeout: 15_000 });
    await page.getByText('[Redacted]').waitFor({ timeout: 15_000 });
    if (process.env.PICTURES) await page.screenshot({ path: path.join(process.env.PICTURES, 'queues.png') });
  });
});

/** Starts a command of Moa and waits for its word; gives back how to stop it. */
async function startMoa(variables: Record<string, string>, word: string, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...variables };
  const moa = spawn(process.execPath, [entry, ...args], { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(moa, 'exit');
  let output = '';
  for (const stream of [moa.stdout, moa.stderr]) stream.on('data', (chunk) => (output += chunk));
  await until(() => output.includes(word) || moa.exitCode !== null, { timeoutMs: 50_000 });
  if (moa.exitCode !== null) throw new Error(`Moa ended before it was ready:\n${output}`);
  return async () => {
    moa.kill('SIGTERM');
    await ended;
  };
}
