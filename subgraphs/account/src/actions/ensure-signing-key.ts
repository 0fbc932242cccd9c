import { addNextKey, findCurrentKey, findNextKey, lockSigningKeys, promoteKey } from '../persistence/signing-keys.ts';
import { generateSigningKey } from '../tokens/signing-key.ts';
import type { AccountContext } from './context.ts';

/** Makes a key to sign with and the one after it. Of several processes that start at once, one makes them. */
export async function ensureSigningKey({
  transaction,
  clock,
}: Pick<AccountContext, 'transaction' | 'clock'>): Promise<void> {
  await transaction(async (em) => {
    await lockSigningKeys(em);
    const now = clock();
    if (!(await findCurrentKey(em))) {
      // Nothing was signed that anybody could have verified before: nobody need have read it first.
      const next = await findNextKey(em);
      const key = next ?? (await generateSigningKey(now));
      if (!next) await addNextKey(em, key);
      await promoteKey(em, key.kid, now);
    }
    if (!(await findNextKey(em))) await addNextKey(em, await generateSigningKey(now));
  });
}
