import { spawnSync } from 'node:child_process';

/** Whether redis-server can be started here; says so loudly when it cannot. */
export function redisOnPath(): boolean {
  const found = spawnSync('redis-server', ['--version']).status === 0;
  if (!found) console.warn('!!! redis-server is not on PATH: the tests that start one of their own are SKIPPED.');
  return found;
}
