import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('log-lines.ts', import.meta.url));

/** What a process of its own wrote, by its two outputs. */
const logged = (env: NodeJS.ProcessEnv = {}) => {
  const { stdout, stderr } = spawnSync(process.execPath, [script], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return {
    stdout,
    lines: stderr
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
};

test('an event is one JSON line on standard error, with who, when and how bad', () => {
  const { stdout, lines } = logged({ LOG_LEVEL: 'info' });
  expect(stdout).toBe('');
  expect(lines[0]).toMatchObject({ name: 'order', level: 30, msg: 'said', time: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test('LOG_LEVEL decides what is said, and a level given by hand decides over it', () => {
  const said = (level: string) => logged({ LOG_LEVEL: level }).lines.map(({ msg }) => msg);
  expect(said('info')).toEqual(['said', 'secrets', 'failed', 'in a trace', 'killed']);
  expect(said('error')).toEqual(['failed', 'in a trace', 'killed']);
  expect(said('silent')).toEqual([]);
});

test('secrets are not in it', () => {
  const { lines } = logged({ LOG_LEVEL: 'info' });
  expect(JSON.stringify(lines)).not.toMatch(/hunter2/);
  expect(lines[1]).toMatchObject({ password: '[Redacted]', email: 'a@moa', input: { token: '[Redacted]' } });
});

test('an error is there with its stack, and the last line before a SIGKILL too', () => {
  const { lines } = logged({ LOG_LEVEL: 'info' });
  expect(lines[2]).toMatchObject({
    level: 50,
    err: {
      message: 'null value in column "name" violates not-null constraint',
      stack: expect.stringMatching(/log-lines/),
    },
  });
  expect(lines.at(-1)).toMatchObject({ msg: 'killed' });
});

test('an error of PostgreSQL is told without the values of the row', () => {
  const { lines } = logged({ LOG_LEVEL: 'info' });
  const [failed] = lines.filter(({ msg }) => msg === 'failed');
  expect(failed.err.message).toContain('violates not-null constraint');
  expect(JSON.stringify(failed)).not.toContain('swordfish');
});

test('a line tells of which request and trace the work in hand is, and of none else', () => {
  const { lines } = logged({ LOG_LEVEL: 'info' });
  const [traced] = lines.filter(({ msg }) => msg === 'in a trace');
  expect(traced).toMatchObject({ requestId: 'request-1', traceId: '0af7651916cd43dd8448eb211c80319c' });
  expect(lines.filter((line) => 'requestId' in line)).toEqual([traced]);
});
