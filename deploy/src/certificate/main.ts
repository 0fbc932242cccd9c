import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from '@moa/db';
import { ensureCertificate, localNames } from './certificate.ts';

const help = `npm run certificate [-- --folder DIR] [--name NAME …]

Makes a self-signed certificate, fullchain.pem, and its key, privkey.pem, that only you can read. One that is there and is
good for another month is kept. Browsers will warn of it: it is for your own machine.
  --folder DIR   where to put them; certificate/ in Moa's data dir unless told
  --name NAME    a name or address that it is for, as often as you like; ${localNames.join(', ')} unless told

Environment:
  MOA_DATA_DIR   Moa's data dir, when not the usual one
`;

try {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      name: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) process.stdout.write(help);
  else await run(values);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function run({ folder = usualFolder(), name = [...localNames] }: { folder?: string; name?: string[] }) {
  const { kind, validTo } = await ensureCertificate(folder, name);
  const until = validTo.toISOString().slice(0, 10);
  const what = kind === 'made' ? 'Made a certificate' : 'There is a certificate already';
  process.stdout.write(`${what} for ${name.join(', ')}, good until ${until}: ${folder}\n`);
}

function usualFolder(): string {
  const checkout = path.resolve(import.meta.dirname, '../../..');
  return path.join(process.env.MOA_DATA_DIR ?? defaultDataDir(checkout), 'certificate');
}
