// Run as a process of its own by a test: `copy-template.ts <url>` copies a template whose migration leaves a row at the URL.
import pg from 'pg';
import { freshDatabase } from '../src/fresh-database.ts';

const [, , logUrl] = process.argv;
const database = await freshDatabase({
  name: 'across workers',
  migrate: async () => {
    const log = new pg.Client({ connectionString: logUrl });
    await log.connect();
    await log.query('insert into migration default values');
    await log.end();
  },
});
await database.drop();
