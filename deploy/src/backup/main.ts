// `npm run backup` and `npm run restore`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from './back-up.ts';
import { dataDirOf } from './data-dir.ts';
import { Refusal } from './refusal.ts';
import { restore } from './restore.ts';

const help = `npm run backup -- FOLDER     copies the embedded PostgreSQL, with passwords and keys, while Moa runs
npm run restore -- FOLDER    puts such a copy in place, while Moa is stopped; what was there is kept aside

MOA_DATA_DIR says which data dir, when not the usual one. For a PostgreSQL of your own see docs/operations.md.
`;

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
const [command, folder] = positionals;

try {
  if (values.help) process.stdout.write(help);
  else if (folder === undefined || (command !== 'backup' && command !== 'restore')) {
    process.stderr.write(help);
    process.exitCode = 2;
  } else process.stdout.write(`${await run(command, path.resolve(folder), dataDirOf(process.env))}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(command: 'backup' | 'restore', folder: string, dataDir: string): Promise<string> {
  switch (command) {
    case 'backup':
      await backUp(dataDir, folder);
      return `All databases as of this moment, with passwords and keys: ${folder}`;
    case 'restore': {
      const aside = await restore(folder, dataDir, new Date());
      const kept = aside === undefined ? '' : ` What was there lies in ${aside}.`;
      return `${dataDir} is what it was at the backup.${kept} Where there is a Redis, empty it before the start.`;
    }
  }
}
