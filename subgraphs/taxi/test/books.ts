import { migrate, openDatabase } from '@moa/database';
import { createLogger } from '@moa/telemetry';
import { freshDatabase } from '@moa/testing';
import { database } from '../src/persistence/database.ts';

const logger = createLogger('taxi', process.env.LOG_LEVEL ?? 'silent');

/** Taxi's tables without anything that works on them. */
export async function openBooks() {
  const { url, drop } = await freshDatabase({ name: 'taxi', migrate: (at) => migrate(at, database) });
  const orm = await openDatabase(url, database, { logger });
  return {
    em: () => orm.em.fork(),
    async close() {
      await orm.close();
      await drop();
    },
  };
}
