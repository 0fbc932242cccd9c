import type { EntityManager } from '@mikro-orm/postgresql';
import type { JWK } from 'jose';
import type { SigningKey } from '../tokens/signing-key.ts';
import { SigningKeyRow } from './signing-key-row.ts';

export type CurrentKey = SigningKey & { readonly promotedAt: Date };

/** Holds everybody else off the making of keys until the transaction ends. */
export async function lockSigningKeys(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('signing_keys'))`);
}

/** The key to sign with. */
export async function findCurrentKey(em: EntityManager): Promise<CurrentKey | null> {
  const row = await em.findOne(SigningKeyRow, { promotedAt: { $ne: null }, retiredAt: null });
  return row?.promotedAt ? { ...row, promotedAt: row.promotedAt } : null;
}

/** The key that is published, and signs after the next rotation. */
export const findNextKey = (em: EntityManager): Promise<SigningKey | null> =>
  em.findOne(SigningKeyRow, { promotedAt: null, retiredAt: null });

/** Stores a key that signs nothing yet. */
export async function addNextKey(em: EntityManager, key: SigningKey): Promise<void> {
  await em.insert(SigningKeyRow, key);
}

export async function retireKey(em: EntityManager, kid: string, now: Date): Promise<void> {
  await em.nativeUpdate(SigningKeyRow, { kid }, { retiredAt: now });
}

export async function promoteKey(em: EntityManager, kid: string, now: Date): Promise<void> {
  await em.nativeUpdate(SigningKeyRow, { kid }, { promotedAt: now });
}

export async function forgetKeysRetiredBefore(em: EntityManager, moment: Date): Promise<void> {
  await em.nativeDelete(SigningKeyRow, { retiredAt: { $lt: moment } });
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
