// `npm run kubernetes:secrets -- OVERLAY`: fresh secrets for an overlay, in files that git passes over.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dotEnvOf, parseDotEnv } from '../dot-env.ts';
import { secretFiles } from './secret-files.ts';

const help = `npm run kubernetes:secrets -- OVERLAY [--postgres HOST:PORT] [--redis HOST:PORT]

Writes fresh keys and passwords into OVERLAY/secrets and OVERLAY/schema/secrets, unless there are some already.

  --postgres   where pods find PostgreSQL (postgres:5432)
  --redis      where pods find Redis (redis:6379)
`;

const folders = ['secrets', 'schema/secrets'];

const { values, positionals } = parseArgs({
  options: {
    help: { type: 'boolean' },
    postgres: { type: 'string', default: 'postgres:5432' },
    redis: { type: 'string', default: 'redis:6379' },
  },
  allowPositionals: true,
});
const [overlay] = positionals;

if (values.help) process.stdout.write(help);
else if (overlay === undefined) {
  process.stderr.write(help);
  process.exitCode = 2;
} else {
  const moa = path.join(import.meta.dirname, '../../../moa/moa.mjs');
  const keys = parseDotEnv(execFileSync(process.execPath, [moa, 'keys'], { encoding: 'utf8' }));
  const files = Object.entries(secretFiles(keys, values));
  const present = folders.filter((folder) => existsSync(path.join(overlay, folder)));
  if (present.length > 0) {
    // Half of the old keys and half of new ones would fit nowhere.
    process.stderr.write(
      `There is ${present.join(' and ')} in ${overlay} already. Remove it if nothing runs with those secrets.\n`,
    );
    process.exitCode = 1;
  } else {
    for (const folder of folders) mkdirSync(path.join(overlay, folder), { mode: 0o700 });
    for (const [file, variables] of files)
      writeFileSync(path.join(overlay, file), dotEnvOf(variables), { mode: 0o600 });
    process.stdout.write(`${files.length} files with secrets in ${overlay}. Keep them to yourself.\n`);
  }
}
