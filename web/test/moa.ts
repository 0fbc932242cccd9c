import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePorts, until } from '@moa/testing';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the Moa that all tests share, such as http://localhost:12345. */
    moa: string;
  }
}

const root = path.resolve(import.meta.dirname, '../..');

/** Vitest's globalSetup: builds the pages, and starts one whole Moa with demo data. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, ['web/site/build.ts'], { cwd: root });
  const given = process.env.TEST_MOA_URL;
  if (given !== undefined) {
    project.provide('moa', given);
    return async () => {};
  }
  const dataDir = await mkdtemp(path.join(tmpdir(), 'moa-web-'));
  const port = await freePorts(25);
  const variables = { PORT: String(port), MOA_DATA_DIR: dataDir, LOG_LEVEL: 'error', MUTATIONS_PER_MINUTE: '0' };
  const moa = spawn(process.execPath, ['moa/moa.mjs'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(moa, 'exit');
  await new Promise<void>((resolve, reject) => {
    let output = '';
    moa.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('is ready')) resolve();
    });
    ended.then(() => reject(new Error(`Moa ended before it was ready:\n${output}`)), reject);
  });
  // The first visitor waits for the pages, on a page that says so and loads itself again.
  await until(async () => (await fetch(`http://localhost:${port}/app/`)).ok, { timeoutMs: 60_000 });
  project.provide('moa', `http://localhost:${port}`);
  return async () => {
    moa.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
}
