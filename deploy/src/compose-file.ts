import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');

/** docker-compose.yml at the root of the repository. */
export const moaOnOneHost = path.join(root, 'docker-compose.yml');
/** What is put beside it to see inside. */
export const observability = path.join(root, 'deploy/compose/observability.yml');

/** What of a service the rules ask about. */
export type Service = {
  readonly image?: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly ports?: readonly string[];
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly cpus?: number;
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
};

/** A compose file with its merge keys applied. */
export type ComposeFile = { readonly services: Readonly<Record<string, Service>> };

/** @throws when the file is no YAML */
export function readComposeFile(file: string): ComposeFile {
  // Whether it is one is for the compose specification's schema to say.
  return parse(readFileSync(file, 'utf8'), { merge: true, maxAliasCount: -1 }) as ComposeFile;
}

export const networksOf = ({ networks = ['default'] }: Service): readonly string[] =>
  Array.isArray(networks) ? networks.map(String) : Object.keys(networks);
