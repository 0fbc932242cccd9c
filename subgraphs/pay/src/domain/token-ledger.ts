/**
 * Where tokens may lie. `MEMBER` is what a member can use; `RESERVED` is set aside for a recommendation that is being made,
 * `SPENT` went for one. Tokens come from `WELCOME`, as a gift, or from `SOLD`: how far those are below zero is how many there are.
 */
export type TokenPlace = 'MEMBER' | 'RESERVED' | 'SPENT' | 'SOLD' | 'WELCOME';

/** Tokens of one member that change their place. Each kind happens once for what `reference` names. */
export type TokenMovement = {
  readonly kind: 'WELCOME' | 'PURCHASE' | 'RESERVATION' | 'CAPTURE' | 'RELEASE';
  readonly memberId: string;
  readonly from: TokenPlace;
  readonly to: TokenPlace;
  /** A whole number, 1 or more. */
  readonly amount: number;
  /** The recommendation, the purchase, or the member who is welcomed. */
  readonly reference: string;
};

/** What a new member is given. */
export const welcomeTokens = 5;
/** What a recommendation costs. */
export const recommendationTokens = 1;

export const welcome = (memberId: string): TokenMovement => ({
  kind: 'WELCOME',
  memberId,
  from: 'WELCOME',
  to: 'MEMBER',
  amount: welcomeTokens,
  reference: memberId,
});

export const purchase = (memberId: string, purchaseId: string, quantity: number): TokenMovement => ({
  kind: 'PURCHASE',
  memberId,
  from: 'SOLD',
  to: 'MEMBER',
  amount: quantity,
  reference: purchaseId,
});

/** What a recommendation does with the token that it costs. */
export const recommendationMovement = (
  kind: 'RESERVATION' | 'CAPTURE' | 'RELEASE',
  { memberId, recommendationId: reference }: { readonly memberId: string; readonly recommendationId: string },
): TokenMovement => ({ kind, memberId, ...ways[kind], amount: recommendationTokens, reference });

const ways = {
  RESERVATION: { from: 'MEMBER', to: 'RESERVED' },
  CAPTURE: { from: 'RESERVED', to: 'SPENT' },
  RELEASE: { from: 'RESERVED', to: 'MEMBER' },
} as const;

/** How the movement changes what the member can use. */
export const changeOf = ({ from, to, amount }: TokenMovement): number =>
  (to === 'MEMBER' ? amount : 0) - (from === 'MEMBER' ? amount : 0);

/** A movement as the member sees it: what they can use became `amount` more, or less. */
export type TokenEntry = {
  readonly id: string;
  /** Counts the movements of the member's tokens. */
  readonly number: number;
  /** A capture changes nothing of what the member can use. */
  readonly kind: Exclude<TokenMovement['kind'], 'CAPTURE'>;
  readonly amount: number;
  readonly reference: string;
  readonly createdAt: Date;
};
