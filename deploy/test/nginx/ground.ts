import { execFileSync, spawnSync } from 'node:child_process';
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compose } from '@moa/router';
import { freePorts } from '@moa/testing';
import { ensureCertificate } from '../../src/certificate/certificate.ts';
import { type Nginx, openNginx } from '../../src/nginx/open.ts';
import type { NginxSettings } from '../../src/nginx/settings.ts';
import { RouterProcess } from './router-process.ts';
import { openSubgraph, type Subgraph, sdl } from './subgraph.ts';

// Debian keeps nginx where only root looks for programs.
export const hasNginx = spawnSync('nginx', ['-v'], { env: { PATH: `${process.env.PATH}:/usr/sbin` } }).status === 0;
if (!hasNginx)
  console.warn('!!! There is no nginx: what stands before the routers is SKIPPED. Debian has it as nginx.');

/** Routers before a subgraph, and nginx before them, as a user who is not root. */
export type Ground = {
  readonly nginx: Nginx;
  readonly settings: NginxSettings;
  readonly subgraph: Subgraph;
  readonly routers: readonly RouterProcess[];
  /** PEM of the certificate, which clients trust. */
  readonly ca: string;
  /** The access log, from its beginning. */
  log(): Promise<LogLine[]>;
  close(): Promise<void>;
};

export type LogLine = Readonly<
  Record<'msg' | 'requestId' | 'address' | 'router' | 'routerStatus' | 'cache', string>
> & {
  readonly status: number;
  readonly time: number;
};

export async function openGround(routerCount: number): Promise<Ground> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'moa-nginx-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const subgraph = await openSubgraph();
  opened.defer(subgraph.close);
  const supergraph = path.join(folder, 'supergraph.graphql');
  await writeFile(supergraph, compose([{ name: 'things', url: subgraph.urlFor(0), sdl }]));

  const first = await freePorts(routerCount + 3);
  const routers = Array.from(
    { length: routerCount },
    (_, index) => new RouterProcess(first + 3 + index, supergraph, subgraph.urlFor(index)),
  );
  const settings: NginxSettings = {
    routers: routers.map(({ address }) => address),
    host: '127.0.0.1',
    httpPort: first,
    httpsPort: first + 1,
    inside: `127.0.0.1:${first + 2}`,
    certificate: path.join(folder, 'certificate'),
    challenges: path.join(folder, 'challenges'),
  };
  for (const router of routers) opened.defer(() => router.end('SIGKILL'));
  await Promise.all(routers.map((router) => router.start()));
  await ensureCertificate(settings.certificate, ['localhost', '127.0.0.1', 'moa.example']);

  const user = nobody();
  if (user) await giveTo(user, [folder, settings.certificate, path.join(settings.certificate, 'privkey.pem')]);
  const nginx = await openNginx({ folder, settings, ...(user && { user }) });
  opened.defer(nginx.close);
  const ca = await readFile(path.join(settings.certificate, 'fullchain.pem'), 'utf8');
  const log = async (): Promise<LogLine[]> => {
    const text = await readFile(path.join(folder, 'access.log'), 'utf8');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  const inside = opened.move();
  return { nginx, settings, subgraph, routers, ca, log, close: () => inside.disposeAsync() };
}

type User = { readonly uid: number; readonly gid: number };

/** Somebody else when we are root. */
function nobody(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody']));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function giveTo({ uid, gid }: User, files: readonly string[]): Promise<void> {
  for (const file of files) await chown(file, uid, gid);
}
