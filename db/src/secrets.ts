import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Secrets of one data dir, the same for every process that uses it. */
export type LocalSecrets = {
  /** A password for a name, 43 URL-safe characters: the same name gives the same password. */
  passwordOf(name: string): string;
  /** What `make` gave the first process that asked for the name. It must survive JSON. */
  remember<T>(name: string, make: () => T | Promise<T>): Promise<T>;
};

/** Opens the secrets kept in `<dataDir>/secrets`, one private JSON file for each name, created on first use. */
export function localSecrets(dataDir: string): LocalSecrets {
  const folder = path.join(dataDir, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const seed = read<string>(folder, 'seed') ?? createOnce(folder, 'seed', randomBytes(32).toString('base64url'));
  return {
    passwordOf: (name) => createHmac('sha256', seed).update(name).digest('base64url'),
    remember: async (name, make) => read(folder, name) ?? createOnce(folder, name, await make()),
  };
}

/** A secret's file appears whole or not at all; of several writers the first one wins and all get its value. */
function createOnce<T>(folder: string, name: string, value: T): T {
  const unfinished = path.join(folder, `.${randomUUID()}`);
  try {
    writeFileSync(unfinished, JSON.stringify(value), { mode: 0o600, flag: 'wx', flush: true });
    linkSync(unfinished, fileOf(folder, name));
    return value;
  } catch (error) {
    const winner = read<T>(folder, name);
    if (winner === undefined) throw error;
    return winner;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function read<T>(folder: string, name: string): T | undefined {
  try {
    // The file holds what the `make` of this very name returned, so the caller's type is the file's.
    return JSON.parse(readFileSync(fileOf(folder, name), 'utf8')) as T;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function fileOf(folder: string, name: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(`A secret's name is lower-case letters, digits and hyphens, not "${name}".`);
  return path.join(folder, `${name}.json`);
}
