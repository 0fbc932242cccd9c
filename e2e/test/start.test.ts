import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts, isFree, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { placeOrder, showOrder, untilOrder } from '../src/food.ts';
import { demoEmails, signIn } from '../src/person.ts';
import { type MoaProcess, runCommand, startProcess } from '../src/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const customer = demoEmails('MEMBER')[0] ?? '';

/** The ids of the processes whose command line names the folder. */
function processesOf(folder: string): readonly number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args=', '-ww']);
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line.includes(folder))
    .map((line) => Number.parseInt(line, 10));
}

/** Ends a process, or with a negative id its group; it may have ended by itself meanwhile. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function killProcessesOf(folder: string): Promise<void> {
  for (const pid of processesOf(folder)) killIfThere(pid);
  await until(() => processesOf(folder).length === 0);
}

// A start makes a whole database server, and some tests need three.
describe('starting with nothing set', { timeout: 90_000 }, () => {
  let dataDir: string;
  let port: number;
  const url = () => `http://127.0.0.1:${port}/graphql`;
  const variables = () => ({ PORT: String(port), MOA_DATA_DIR: dataDir });
  const portsInUse = async () => {
    const ports = Array.from({ length: 25 }, (_, offset) => port + offset);
    const free = await Promise.all(ports.map(isFree));
    return ports.filter((_, index) => !free[index]);
  };

  const running: MoaProcess[] = [];
  const start = async (...how: Parameters<typeof startProcess>): Promise<MoaProcess> => {
    const moa = await startProcess(...how);
    running.push(moa);
    return moa;
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'moa-start-'));
    port = await freePorts(25);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((moa) => moa.end('SIGKILL')));
    await killProcessesOf(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });

  test('npm start is ready, says where to click, and Ctrl-C leaves no process and no port behind', async () => {
    // A group of its own, as a terminal makes one: Ctrl-C reaches npm and Moa alike.
    const env = { ...process.env, ...variables(), TRUSTED_PROXIES: '127.0.0.1' };
    const npm = spawn('npm', ['start'], { cwd: root, env, detached: true });
    onTestFinished(() => killIfThere(-(npm.pid ?? Number.NaN))); // where the test failed
    let output = '';
    for await (const chunk of npm.stdout) {
      output += chunk;
      if (output.includes('Ctrl-C')) break;
    }
    expect(output).toContain(`http://localhost:${port}/graphql`);
    expect(output).toContain(customer);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(await page.text()).toContain(`"ws://127.0.0.1:${port}/graphql`);
    const proxied = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(await proxied.text()).toContain(`"wss://127.0.0.1:${port}/graphql`);
    await signIn(url(), customer);

    const exit = once(npm, 'exit');
    process.kill(-(npm.pid ?? 0), 'SIGINT');
    await exit;
    expect(await portsInUse()).toEqual([]);
    expect(processesOf(dataDir)).toEqual([]);
  });

  test('a second start keeps the data, also after everything was killed', async () => {
    let moa = await start(variables());
    const member = await signIn(url(), customer);
    const { order } = await placeOrder(member);
    const id = order?.id ?? '';
    await untilOrder(member, id, ({ delivery }) => delivery !== null);
    expect(await moa.end('SIGINT')).toBe(0);

    moa = await start(variables());
    expect((await showOrder(member, id))?.status).toBe('PAID');
    await moa.end('SIGKILL');
    await killProcessesOf(dataDir);

    moa = await start(variables());
    expect((await showOrder(await signIn(url(), customer), id))?.status).toBe('PAID');
    expect(await moa.end('SIGTERM')).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });

  test('Ctrl-C while it starts ends it as cleanly', async () => {
    const child = spawn(process.execPath, [path.join(root, 'moa/moa.mjs')], {
      env: { PATH: process.env.PATH ?? '', ...variables() },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    // The database is up: the middle of the start.
    await until(() => processesOf(dataDir).length > 0);
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    expect((await exit)[0]).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
    expect(await portsInUse()).toEqual([]);
  });

  test('two checkouts run at once', async () => {
    const otherDir = await mkdtemp(path.join(tmpdir(), 'moa-start-'));
    const otherPort = await freePorts(25);
    onTestFinished(() => rm(otherDir, { recursive: true, force: true }));
    const both = await Promise.all([start(variables()), start({ PORT: String(otherPort), MOA_DATA_DIR: otherDir })]);
    const member = await signIn(url(), customer);
    await signIn(`http://127.0.0.1:${otherPort}/graphql`, customer);
    // A token of one is worth nothing to the other.
    const foreign = await fetch(`http://127.0.0.1:${otherPort}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${member.token}` },
      body: '{"query":"{ me { id } }"}',
    });
    expect(foreign.status).toBe(401);
    expect(await Promise.all(both.map((moa) => moa.end('SIGTERM')))).toEqual([0, 0]);
  });

  test('a port that is taken, and a faulty environment, are said in words', async () => {
    const squatter = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => void squatter.close());
    await once(squatter, 'listening');
    await expect(start(variables())).rejects.toThrow(`Port ${port} is in use`);
    const faulty = start({ PORT: 'many', SUBGRAPHS: 'order,cinema', REDIS_URL: 'localhost' });
    await expect(faulty).rejects.toThrow(/3 faults.*PORT.*SUBGRAPHS.*REDIS_URL/s);
    await expect(faulty).rejects.not.toThrow(/at .*\.ts/);
  });

  test('every command explains itself', async () => {
    expect(await runCommand('--help', {})).toContain('migrate');
  });

  const nobody = process.getuid?.() === 0 ? numbersOf('nobody') : undefined;
  const mayEnter = nobody && spawnSync(process.execPath, ['--version'], { ...nobody, cwd: root }).status === 0;
  test.skipIf(!mayEnter)('as a normal user (needs root to become one, in a folder that others may enter)', async () => {
    await chown(dataDir, nobody?.uid ?? 0, nobody?.gid ?? 0);
    const moa = await start({ ...variables(), HOME: dataDir }, nobody);
    await signIn(url(), customer);
    expect(await moa.end('SIGTERM')).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });
});

function numbersOf(user: string): { uid: number; gid: number } {
  const ask = (flag: string) => Number(execFileSync('id', [flag, user]));
  return { uid: ask('-u'), gid: ask('-g') };
}
