import { Redis } from 'ioredis';
import pg from 'pg';

/** What the server sees of the readers of one bus. */
export type Readers = { count(): Promise<number>; kill(): Promise<void> };

export const readersAt = (url: string): Readers => (url.startsWith('redis') ? redisReaders(url) : postgresReaders(url));

function postgresReaders(url: string): Readers {
  const ask = async (column: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const where = `application_name = 'moa-live-reader' and datname = current_database()`;
    const { rowCount } = await client.query(`select ${column} from pg_stat_activity where ${where}`);
    await client.end();
    return rowCount ?? 0;
  };
  return {
    count: () => ask('pid'),
    kill: async () => void (await ask('pg_terminate_backend(pid)')),
  };
}

function redisReaders(url: string): Readers {
  const database = new URL(url).pathname.slice(1);
  const withIds = async (use: (redis: Redis, ids: string[]) => Promise<unknown>) => {
    const redis = new Redis(url);
    const list = String(await redis.client('LIST')).split('\n');
    const mine = list.filter((line) => line.includes(' name=moa-live-reader ') && line.includes(` db=${database} `));
    const ids = mine.map((line) => /^id=(\d+)/.exec(line)?.[1] ?? '');
    await use(redis, ids);
    redis.disconnect();
    return ids.length;
  };
  return {
    count: () => withIds(async () => {}),
    kill: async () => {
      await withIds((redis, ids) => Promise.all(ids.map((id) => redis.client('KILL', 'ID', id))));
    },
  };
}
