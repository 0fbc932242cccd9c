import type { JSONWebKeySet } from 'jose';
import { findPublicKeys } from '../persistence/signing-keys.ts';
import { retiredBefore } from '../tokens/rotation.ts';
import type { AccountContext } from './context.ts';

/** The public keys of all tokens that may still be good: a retired key stays until the last token it signed has expired. */
export async function publishKeys({
  em,
  clock,
  tokenTerms,
}: Pick<AccountContext, 'em' | 'clock' | 'tokenTerms'>): Promise<JSONWebKeySet> {
  return { keys: await findPublicKeys(em, retiredBefore(clock(), tokenTerms.accessTokenMinutes)) };
}
