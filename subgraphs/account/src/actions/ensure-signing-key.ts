import { addSigningKey, findSigningKey, lockSigningKeys } from '../persistence/signing-keys.ts';
import { generateSigningKey } from '../tokens/signing-key.ts';
import type { AccountContext } from './context.ts';

/** Makes the first key to sign with. Of several processes that start at once, one makes it and the others find it. */
export async function ensureSigningKey({
  transaction,
  clock,
}: Pick<AccountContext, 'transaction' | 'clock'>): Promise<void> {
  await transaction(async (em) => {
    await lockSigningKeys(em);
    if (!(await findSigningKey(em))) await addSigningKey(em, await generateSigningKey(clock()));
  });
}
