// `node db/src/print-url.ts [name]`: prints the URL of a subgraph's database, or the superuser's, on the running server.
import path from 'node:path';
import { databaseUrls } from './database-urls.ts';
import { defaultDataDir } from './embedded/data-dir.ts';
import { runningUrl } from './embedded/start-postgres.ts';

const [, , name] = process.argv;
const dataDir = process.env.MOA_DATA_DIR ?? defaultDataDir(path.resolve(import.meta.dirname, '../..'));
const adminUrl = await runningUrl(dataDir);
if (adminUrl === undefined) {
  console.error(`No embedded PostgreSQL runs on ${dataDir}. Start Moa first ("npm start"), or set MOA_DATA_DIR.`);
  process.exitCode = 1;
} else {
  console.log(name === undefined ? adminUrl : databaseUrls({ adminUrl, dataDir, names: [name] })[name]);
}
