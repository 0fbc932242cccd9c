import type { EntityManager } from '@mikro-orm/postgresql';
import type { JWK } from 'jose';
import type { SigningKey } from '../tokens/signing-key.ts';
import { SigningKeyRow } from './signing-key-row.ts';

/** Holds everybody else off the making of keys until the transaction ends. */
export async function lockSigningKeys(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('signing_keys'))`);
}

/** The youngest key that is not retired: the one to sign with. */
export const findSigningKey = (em: EntityManager): Promise<SigningKey | null> =>
  em.findOne(SigningKeyRow, { retiredAt: null }, { orderBy: { createdAt: 'desc', kid: 'asc' } });

export async function addSigningKey(em: EntityManager, key: SigningKey): Promise<void> {
  await em.insert(SigningKeyRow, key);
}

/** The public halves of all keys that were not retired before `moment`, the youngest first. */
export async function findPublicKeys(em: EntityManager, moment: Date): Promise<JWK[]> {
  const rows = await em.find(
    SigningKeyRow,
    { $or: [{ retiredAt: null }, { retiredAt: { $gt: moment } }] },
    { orderBy: { createdAt: 'desc', kid: 'asc' }, fields: ['publicKey'] },
  );
  return rows.map(({ publicKey }) => publicKey);
}
