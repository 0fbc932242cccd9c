import { spawnSync } from 'node:child_process';
import { startRedis } from '@moa/testing';
import { Redis } from 'ioredis';
import type { Server } from './server.ts';

export type RedisServer = Server & {
  readonly url: string;
  /** It forgets all that it knows. */
  flush(): Promise<void>;
  close(): Promise<void>;
};

/** Whether there is a redis-server on PATH. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** A redis-server that keeps every write across a kill, in a folder and on a port. @throws where there is none on PATH */
export async function openRedis(dir: string, port: number): Promise<RedisServer> {
  const server = await startRedis({ dir, port, appendonly: true });
  return {
    url: server.url,
    kill: () => server.kill('SIGKILL'),
    async restart(mode) {
      await server.kill(mode === 'immediate' ? 'SIGKILL' : 'SIGTERM');
      await server.start();
    },
    freeze: async () => server.signal('SIGSTOP'),
    thaw: async () => server.signal('SIGCONT'),
    async flush() {
      const redis = new Redis(server.url);
      await redis.flushall().finally(() => redis.disconnect());
    },
    close: () => server.stop(),
  };
}
