import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from '@moa/db';
import { ensureCertificate, localNames } from '../certificate/certificate.ts';
import { openNginx } from './open.ts';
import { renderNginx } from './render.ts';
import type { NginxSettings } from './settings.ts';

const help = `npm run nginx -- start | render [--routers HOST:PORT,…] [--host HOST] [--http PORT] [--https PORT] [--inside HOST:PORT]
                          [--certificate DIR] [--challenges DIR] [--folder DIR]

nginx before the routers: TLS, HTTP/2, even load, and another router where one has died.
  start            writes its files and runs it until Ctrl-C; without a certificate it makes one first (npm run certificate)
  render           only writes its files, and says how to run it

  --routers        where the routers are (127.0.0.1:4000)
  --host           the address to listen on (127.0.0.1)
  --http, --https  its ports (8080, 8443)
  --inside         where it tells probes and Prometheus how it is: /livez, /readyz, /status (127.0.0.1:8081)
  --certificate    folder of fullchain.pem and privkey.pem (certificate/ in Moa's data dir)
  --challenges     folder that certbot writes to, as its --webroot-path (challenges/ in Moa's data dir)
  --folder         where its files, log and cache are kept (nginx/ in Moa's data dir)

Routers have to know that it is a proxy: TRUSTED_PROXIES=127.0.0.1.
`;

const dataDir = process.env.MOA_DATA_DIR ?? defaultDataDir(path.resolve(import.meta.dirname, '../../..'));

const options = {
  routers: { type: 'string', default: '127.0.0.1:4000' },
  host: { type: 'string', default: '127.0.0.1' },
  http: { type: 'string', default: '8080' },
  https: { type: 'string', default: '8443' },
  inside: { type: 'string', default: '127.0.0.1:8081' },
  certificate: { type: 'string', default: path.join(dataDir, 'certificate') },
  challenges: { type: 'string', default: path.join(dataDir, 'challenges') },
  folder: { type: 'string', default: path.join(dataDir, 'nginx') },
  help: { type: 'boolean', short: 'h' },
} as const;

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { routers, host, http, https, inside, certificate, challenges, folder } = values;
  const settings: NginxSettings = {
    routers: routers.split(','),
    host,
    httpPort: Number(http),
    httpsPort: Number(https),
    inside,
    certificate: path.resolve(certificate),
    challenges: path.resolve(challenges),
  };
  const [command] = positionals;
  if (values.help) process.stdout.write(help);
  else if (command === 'start') await run(folder, settings);
  else if (command === 'render') {
    await renderNginx(folder, settings);
    process.stdout.write(`nginx -p ${path.resolve(folder)}/ -c nginx.conf -e stderr -g 'daemon off;'\n`);
  } else throw new Error(`Say start or render; ${command ?? 'nothing'} was said. --help tells more.`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function run(folder: string, settings: NginxSettings): Promise<void> {
  await ensureCertificate(settings.certificate, localNames);
  const nginx = await openNginx({ folder, settings, say: (text) => void process.stderr.write(text) });
  process.stdout.write(`GraphQL is served at https://localhost:${settings.httpsPort}/graphql\n`);
  const asked = new AbortController();
  const close = (): void => {
    asked.abort();
    void nginx.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
  await nginx.ended;
  if (!asked.signal.aborted) throw new Error('nginx has ended by itself; above stands what it said.');
}
