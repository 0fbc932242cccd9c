import { randomBytes } from 'node:crypto';
import { subgraphs } from '@moa/contracts';
import { generateKey } from '@moa/identity';
import { signers } from './config.ts';

const logins = ['admin', ...subgraphs, 'sandbox'] as const;

/** Lines for the .env file beside docker-compose.yml: a key pair for each part that signs, and passwords for each login role, Redis and Grafana. */
export async function freshKeys(): Promise<string> {
  const pairs = await Promise.all(signers.map(generateKey));
  return [
    '# Secrets. Keep this file to yourself.',
    ...pairs.map(({ privateKey }) => `${privateKey.kid.toUpperCase()}_PRIVATE_KEYS=${quoted({ keys: [privateKey] })}`),
    `IDENTITY_PUBLIC_KEYS=${quoted({ keys: pairs.map(({ publicKey }) => publicKey) })}`,
    ...logins.map((name) => `${name.toUpperCase()}_DATABASE_PASSWORD=${password()}`),
    `REDIS_PASSWORD=${password()}`,
    `GRAFANA_PASSWORD=${password()}`,
    '',
  ].join('\n');
}

const password = (): string => randomBytes(24).toString('base64url');

const quoted = (value: object): string => `'${JSON.stringify(value)}'`;
