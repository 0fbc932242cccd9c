import { fittingKey } from './fitting-key.ts';

/** The two halves of a saved card: Toss takes a billing key only together with the customer it was issued to. */
export type TossCard = { customerKey: string; billingKey: string };

/** Reads `<customerKey>:<billingKey>`; neither half can hold a colon. */
export function cardOf(token: string): TossCard | undefined {
  const [customerKey, billingKey, ...rest] = token.split(':');
  return customerKey && billingKey && rest.length === 0 ? { customerKey, billingKey } : undefined;
}

/**
 * The order id for an idempotency key. Toss finds payments by order id (6 to 64 letters, digits, `-`, `_`), so it is made
 * from the key alone: whoever has the key can ask what became of the charge.
 */
export const orderIdOf = (key: string): string => fittingKey(key, /^[\w-]{6,64}$/);
