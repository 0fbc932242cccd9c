import { createHash } from 'node:crypto';

/** Something that a member can pay with, without the provider's token for it: that leaves the database only to be charged. */
export type PaymentMethod = {
  readonly id: string;
  readonly memberId: string;
  readonly label: string;
  readonly createdAt: Date;
};

export const mostPaymentMethods = 20;

/** How long what a member can be charged with outlives their account, so that the ride that they are in can end. In ms. */
export const keptForRidesMs = 3 * 3_600_000;
/** When to look again at what is still being charged after that. In ms. */
export const chargeUnderWayMs = 5 * 60_000;

/** The job that erases what a member who is gone could be charged with. */
export const erasing = (memberId: string, delayMs: number) =>
  ({ kind: 'job', name: 'erasePaymentMethods', data: { memberId }, delayMs }) as const;

/** Visible ASCII without quotes or spaces: as wide as the providers' own tokens are, Toss's `customerKey:billingKey` too. */
export const isProviderToken = (text: string): boolean => /^[\w.=@:-]{1,200}$/.test(text);

/**
 * The same card has the same label each time, and one card in the hands of two members has two. Four digits of a hash tell one's
 * own few cards apart, and nothing of the token.
 */
export function labelOf(memberId: string, providerToken: string): string {
  const hash = createHash('sha256').update(`${memberId}:${providerToken}`).digest('hex');
  return `카드 ••••${hash.slice(-4).toUpperCase()}`;
}
