import type { JSONWebKeySet } from 'jose';
import { findPublicKeys } from '../persistence/signing-keys.ts';
import type { AccountContext } from './context.ts';

/** The public keys of all tokens that may still be good: a retired key stays until the last token it signed has expired. */
export async function publishKeys({
  em,
  clock,
  tokenTerms,
}: Pick<AccountContext, 'em' | 'clock' | 'tokenTerms'>): Promise<JSONWebKeySet> {
  const lifeMs = tokenTerms.accessTokenMinutes * 60_000;
  return { keys: await findPublicKeys(em, new Date(clock().getTime() - lifeMs)) };
}
