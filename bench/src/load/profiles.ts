import type { BookingsResult } from '../taxi/bookings.ts';
import type { Arrivals } from './arrivals.ts';
import type { Budget } from './budget.ts';
import type { Played } from './driver.ts';
import { hardlyAnyUnanswered, isAnswered, isWhole, p99Within, wellAfter } from './played-budgets.ts';
import { bookingBudgets, type PaidFares, payBudgets } from './taxi-budgets.ts';
import type { Stage } from './users.ts';

/** How people come, and what must come of it. */
export type Profile = {
  readonly name: string;
  readonly title: string;
} & (
  | { readonly kind: 'users'; readonly stages: readonly Stage[]; readonly budgets: readonly Budget<Played>[] }
  | ({ readonly kind: 'arrivals'; readonly budgets: readonly Budget<Played>[] } & Arrivals)
  | {
      readonly kind: 'bookers';
      readonly bookers: number;
      readonly bookings: number;
      readonly budgets: readonly Budget<BookingsResult>[];
    }
  | {
      readonly kind: 'payers';
      readonly payers: number;
      readonly rounds: number;
      readonly budgets: readonly Budget<PaidFares>[];
    }
);

/** All of them, as long as they take when they count, or as short as they may be for a first look. */
export function profilesOf(length: 'whole' | 'quick'): readonly Profile[] {
  const isFull = length === 'whole';
  const seconds = (whole: number) => (isFull ? whole : Math.max(2, whole / 5));
  const overload = seconds(20);
  return [
    {
      name: 'smoke',
      title: 'a few people, who think',
      kind: 'arrivals',
      ...{ perSecond: 2, seconds: seconds(10), thinkMs: 200 },
      budgets: [isAnswered],
    },
    {
      name: 'load',
      title: '10 to 100 users and back',
      kind: 'users',
      stages: [10, 50, 100, 100, 100, 50, 10].map((users) => ({ users, seconds: seconds(10) })),
      budgets: [isAnswered],
    },
    {
      name: 'day',
      title: 'people who come when they come, and think',
      kind: 'arrivals',
      ...{ perSecond: 30, seconds: seconds(30), thinkMs: 1_000 },
      budgets: [isAnswered, p99Within(1_500)],
    },
    {
      name: 'stress',
      title: '500 users',
      kind: 'users',
      stages: [{ users: 500, seconds: seconds(30) }],
      budgets: [hardlyAnyUnanswered, isWhole, p99Within(1_500)],
    },
    {
      name: 'overload',
      title: '3,000 users, and ten after them',
      kind: 'users',
      stages: [
        { users: 3_000, seconds: overload },
        { users: 10, seconds: 10 },
      ],
      budgets: [isWhole, wellAfter(overload, 5)],
    },
    {
      name: 'bookers',
      title: '255 people who call taxis at once',
      kind: 'bookers',
      ...{ bookers: 255, bookings: isFull ? 1_500 : 300 },
      budgets: bookingBudgets,
    },
    {
      name: 'pay',
      title: '255 rides that end at once, and pay takes 400 to 620 ms, or does not answer at all',
      kind: 'payers',
      ...{ payers: 255, rounds: isFull ? 2 : 1 },
      budgets: payBudgets,
    },
  ];
}
