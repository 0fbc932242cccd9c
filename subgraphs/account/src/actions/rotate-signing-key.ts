import {
  addNextKey,
  findCurrentKey,
  findNextKey,
  forgetKeysRetiredBefore,
  lockSigningKeys,
  promoteKey,
  retireKey,
} from '../persistence/signing-keys.ts';
import { forgottenBefore, isRotationDue, maySignFrom } from '../tokens/rotation.ts';
import { generateSigningKey } from '../tokens/signing-key.ts';
import type { AccountContext } from './context.ts';

export type Rotation =
  /** The key with this `kid` signs from now on. */
  | { readonly kind: 'rotated'; readonly kid: string }
  /** Not everybody who verifies can have read the next key yet. */
  | { readonly kind: 'tooEarly'; readonly possibleAt: Date }
  | { readonly kind: 'notDue' }
  /** The first start of account makes them. */
  | { readonly kind: 'noKeys' };

/**
 * The next key signs from now on, the current one is retired, and a new next one is published. Of several at once, one
 * rotates: the key that it makes is too young for the others. `whenDue`: only when the current key is 30 days old.
 */
export async function rotateSigningKey(
  { transaction, clock }: Pick<AccountContext, 'transaction' | 'clock'>,
  { whenDue = false }: { readonly whenDue?: boolean } = {},
): Promise<Rotation> {
  return transaction(async (em) => {
    await lockSigningKeys(em);
    const now = clock();
    await forgetKeysRetiredBefore(em, forgottenBefore(now));
    const current = await findCurrentKey(em);
    const next = await findNextKey(em);
    if (!current || !next) return { kind: 'noKeys' };
    if (whenDue && !isRotationDue(current.promotedAt, now)) return { kind: 'notDue' };
    const possibleAt = maySignFrom(next.createdAt);
    if (possibleAt > now) return { kind: 'tooEarly', possibleAt };
    await retireKey(em, current.kid, now);
    await promoteKey(em, next.kid, now);
    await addNextKey(em, await generateSigningKey(now));
    return { kind: 'rotated', kid: next.kid };
  });
}
