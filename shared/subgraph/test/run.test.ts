import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { post, until } from '@moa/testing';
import { afterEach, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('run-process.ts', import.meta.url));

describe('a process', () => {
  let child: ChildProcess | undefined;

  afterEach(() => {
    child?.kill('SIGKILL');
  });

  const begin = (how = 'well') => {
    // In tests Apollo Server leaves signals alone of its own accord.
    const env = { ...process.env, NODE_ENV: 'production' };
    const started = spawn(process.execPath, [script, how], { env, stdio: 'pipe' });
    child = started;
    const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
    let complaints = '';
    started.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk;
    });
    return {
      line: async () => (await lines.next()).value ?? '',
      openGate: () => started.stdin.write('now\n'),
      signal: (name: NodeJS.Signals) => started.kill(name),
      /** The exit code, and what stood on standard error. */
      ended: once(started, 'close').then(([code]) => ({ code, complaints })),
    };
  };

  test.each(['SIGTERM', 'SIGINT'] as const)('on %s finishes the request in hand, then ends well', async (name) => {
    const served = begin();
    const [url = '', token = ''] = (await served.line()).split(' ');
    const answer = post(url, { query: '{ gate }', token });
    expect(await served.line()).toBe('arrived');
    served.signal(name);
    expect(await served.line()).toBe('closing');
    await until(() =>
      fetch(new URL('/livez', url)).then(
        () => false,
        () => true,
      ),
    );
    served.openGate();
    expect(await answer).toMatchObject({ status: 200, data: { gate: 'through' } });
    expect(await served.line()).toBe('closed');
    expect(await served.ended).toMatchObject({ code: 0 });
  });

  test('is ended at once by a second signal', async () => {
    const served = begin();
    const [url = '', token = ''] = (await served.line()).split(' ');
    post(url, { query: '{ gate }', token }).catch(() => {});
    expect(await served.line()).toBe('arrived');
    served.signal('SIGINT');
    expect(await served.line()).toBe('closing');
    served.signal('SIGINT');
    expect(await served.ended).toMatchObject({ code: 1 });
  });

  test('that is misconfigured says so in words, without a stack', async () => {
    const { code, complaints } = await begin('misconfigured').ended;
    expect(code).toBe(1);
    expect(complaints).toContain('PORT: must be a number\n  HOST: must be set\n');
    expect(complaints).not.toMatch(/\bat .*\.ts:/);
  });

  test('that can’t start says why in the log', async () => {
    const { code, complaints } = await begin('broken').ended;
    expect(code).toBe(1);
    expect(complaints).toMatch(/"could not start"/);
    expect(complaints).toMatch(/no database/);
  });
});
