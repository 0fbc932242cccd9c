import { localSecrets } from '@moa/db';
import { generateKey, type KeyPair, type PrivateKey } from '@moa/identity';
import type { JSONWebKeySet } from 'jose';
import { type Environment, type SignerName, signers } from './config.ts';
import { dataDirOf } from './databases.ts';

export type Identities = {
  /** The private key of a part that runs in this process. @throws when this process does not hold it */
  readonly keyOf: (name: SignerName) => PrivateKey;
  /** The public keys of all parts. */
  readonly publicKeys: JSONWebKeySet;
};

/** The keys that the environment gives, or else ones that this checkout's processes share in its data dir. */
export async function openIdentities(env: Readonly<Environment>): Promise<Identities> {
  if (env.IDENTITY_PUBLIC_KEYS) return identities(env.IDENTITY_PRIVATE_KEYS?.keys ?? [], env.IDENTITY_PUBLIC_KEYS.keys);
  const secrets = localSecrets(dataDirOf(env));
  const pairs = await Promise.all(
    signers.map((name) => secrets.remember<KeyPair>(`identity-${name}`, () => generateKey(name))),
  );
  return identities(
    pairs.map(({ privateKey }) => privateKey),
    pairs.map(({ publicKey }) => publicKey),
  );
}

const identities = (privateKeys: readonly PrivateKey[], publicKeys: JSONWebKeySet['keys']): Identities => ({
  keyOf(name) {
    const key = privateKeys.find(({ kid }) => kid === name);
    if (!key) throw new Error(`IDENTITY_PRIVATE_KEYS has no key with the kid ${name}, which this process needs.`);
    return key;
  },
  publicKeys: { keys: publicKeys },
});
