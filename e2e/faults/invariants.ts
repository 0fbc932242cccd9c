import type { Books } from './books.ts';
import type { History } from './history.ts';
import { answerInvariants } from './invariants/answers.ts';
import { followerInvariants } from './invariants/followers.ts';
import type { Invariant } from './invariants/invariant.ts';
import { liveInvariants } from './invariants/live.ts';
import { messageInvariants } from './invariants/messages.ts';
import { moneyInvariants } from './invariants/money.ts';
import { notificationInvariants } from './invariants/notifications.ts';
import { orderInvariants } from './invariants/orders.ts';
import { rideInvariants } from './invariants/rides.ts';
import { tokenInvariants } from './invariants/tokens.ts';

export type { Invariant } from './invariants/invariant.ts';

/** Everything that must never be. */
export const invariants: readonly Invariant[] = [
  ...moneyInvariants,
  ...orderInvariants,
  ...rideInvariants,
  ...tokenInvariants,
  ...followerInvariants,
  ...notificationInvariants,
  ...messageInvariants,
  ...answerInvariants,
  ...liveInvariants,
];

const atAnyMoment = (some: readonly Invariant[]) => some.filter(({ holds }) => holds === 'always');

/** What must hold at any moment. */
export const invariantsAtAnyMoment = atAnyMoment(invariants);

/** The same, of food and of rides alone with what was paid for them; and of plans, followers and their tokens. */
export const invariantsOf = {
  food: atAnyMoment([...moneyInvariants, ...orderInvariants]),
  rides: atAnyMoment([...moneyInvariants, ...rideInvariants]),
  plans: atAnyMoment([...tokenInvariants, ...followerInvariants, ...notificationInvariants]),
} as const;

/** An invariant that does not hold, and what breaks it. */
export type Breach = { readonly invariant: Invariant; readonly offenders: readonly string[] };

/** Those of the invariants that do not hold. */
export async function breachesOf(
  books: Books,
  history: History,
  checked: readonly Invariant[] = invariants,
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  for (const invariant of checked) {
    const offenders = await invariant.offenders(books, history);
    if (offenders.length > 0) breaches.push({ invariant, offenders });
  }
  return breaches;
}

/** The names of the invariants that do not notice when books or history that are well are spoilt for them. */
export async function blindInvariants(books: Books, history: History): Promise<readonly string[]> {
  const blind: string[] = [];
  for (const invariant of invariants) if (!(await noticesSpoil(invariant, books, history))) blind.push(invariant.name);
  return blind;
}

async function noticesSpoil({ spoil, offenders }: Invariant, books: Books, history: History): Promise<boolean> {
  if (spoil === 'by its test') return true;
  const told = spoil.told ? { ...history, ...spoil.told(history) } : history;
  const looks = async (shown: Books) => (await offenders(shown, told)).length > 0;
  return 'book' in spoil ? books.spoilt(spoil.book, spoil.statement, looks) : looks(books);
}
