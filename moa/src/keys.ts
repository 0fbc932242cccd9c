import { randomBytes } from 'node:crypto';
import { subgraphs } from '@moa/contracts';
import { generateKey } from '@moa/identity';
import { signers } from './config.ts';

const logins = ['admin', ...subgraphs, 'sandbox'] as const;

/** Lines for the .env file beside docker-compose.yml: a key pair for each part that signs, and a password for each login role. */
export async function freshKeys(): Promise<string> {
  const pairs = await Promise.all(signers.map(generateKey));
  return [
    '# Secrets. Keep this file to yourself.',
    ...pairs.map(({ privateKey }) => `${privateKey.kid.toUpperCase()}_PRIVATE_KEYS=${quoted({ keys: [privateKey] })}`),
    `IDENTITY_PUBLIC_KEYS=${quoted({ keys: pairs.map(({ publicKey }) => publicKey) })}`,
    ...logins.map((name) => `${name.toUpperCase()}_DATABASE_PASSWORD=${randomBytes(24).toString('base64url')}`),
    `REDIS_PASSWORD=${randomBytes(24).toString('base64url')}`,
    '',
  ].join('\n');
}

const quoted = (value: object): string => `'${JSON.stringify(value)}'`;
