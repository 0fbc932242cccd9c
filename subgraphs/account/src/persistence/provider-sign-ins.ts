import type { EntityManager } from '@mikro-orm/postgresql';
import type { ProviderName } from '../domain/provider-profile.ts';

/** A sign-in that somebody began and has not finished. */
export type ProviderSignIn = {
  readonly provider: ProviderName;
  readonly redirectUri: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly expiresAt: Date;
};

export async function addProviderSignIn(em: EntityManager, stateHash: string, begun: ProviderSignIn): Promise<void> {
  const { provider, redirectUri, nonce, verifier, expiresAt } = begun;
  await em.execute(
    `insert into provider_sign_ins (state_hash, provider, redirect_uri, nonce, verifier, expires_at)
     values (?, ?, ?, ?, ?, ?)`,
    [stateHash, provider, redirectUri, nonce, verifier, expiresAt],
  );
}

/** Finds it and takes it away at once: of several who ask, one gets it. */
export async function takeProviderSignIn(em: EntityManager, stateHash: string): Promise<ProviderSignIn | undefined> {
  const [row]: (Omit<ProviderSignIn, 'expiresAt'> & { readonly expiresAt: string })[] = await em.execute(
    `delete from provider_sign_ins where state_hash = ?
     returning provider, redirect_uri as "redirectUri", nonce, verifier, expires_at as "expiresAt"`,
    [stateHash],
  );
  return row && { ...row, expiresAt: new Date(row.expiresAt) };
}

/** Sweeps out a hundred that nobody finished; simultaneous sweepers take different ones. */
export async function sweepProviderSignIns(em: EntityManager, now: Date): Promise<void> {
  await em.execute(
    `delete from provider_sign_ins where state_hash in (
       select state_hash from provider_sign_ins where expires_at <= ? order by expires_at limit 100 for update skip locked)`,
    [now],
  );
}
