import { answerBreaks } from './breaks/answers.ts';
import type { Break } from './breaks/break.ts';
import { followerBreaks } from './breaks/followers.ts';
import { liveBreaks } from './breaks/live.ts';
import { messageBreaks } from './breaks/messages.ts';
import { moneyBreaks } from './breaks/money.ts';
import { notificationBreaks } from './breaks/notifications.ts';
import { orderBreaks } from './breaks/orders.ts';
import { rideBreaks } from './breaks/rides.ts';
import { tokenBreaks } from './breaks/tokens.ts';

export type { Break } from './breaks/break.ts';

/** One for each invariant, by its name; but for the one that needs minutes to be broken (see its own test). */
export const breaks: readonly Break[] = [
  ...moneyBreaks,
  ...orderBreaks,
  ...rideBreaks,
  ...tokenBreaks,
  ...followerBreaks,
  ...notificationBreaks,
  ...messageBreaks,
  ...answerBreaks,
  ...liveBreaks,
];

/** @throws with the names that there are */
export function breakNamed(name: string): Break {
  const found = breaks.find((candidate) => candidate.name === name);
  if (!found)
    throw new Error(`There is no broken build ${name}. There are ${breaks.map((known) => known.name).join(', ')}.`);
  return found;
}
