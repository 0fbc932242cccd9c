import type { Used } from '../journeys/measure.ts';
import type { Form } from '../journeys/moa.ts';
import type { BookingsResult } from '../taxi/bookings.ts';
import type { Verdict } from './budget.ts';
import type { Played } from './driver.ts';
import type { Profile } from './profiles.ts';
import type { PaidFares } from './taxi-budgets.ts';

type Of<Kind extends Profile['kind']> = Extract<Profile, { kind: Kind }>;

/** A profile, what came of it, and whether that is what should. */
export type Outcome = { readonly verdicts: readonly Verdict[] } & (
  | {
      readonly kind: 'played';
      readonly profile: Of<'users'> | Of<'arrivals'>;
      readonly played: Played;
      /** What Moa and its databases used meanwhile. */
      readonly used: Used;
    }
  | { readonly kind: 'booked'; readonly profile: Of<'bookers'>; readonly booked: BookingsResult }
  | { readonly kind: 'paid'; readonly profile: Of<'payers'>; readonly paid: PaidFares }
);

/** All profiles on Moa in one form. */
export type FormResult = {
  readonly form: Form['name'];
  readonly bus: Form['bus'];
  readonly outcomes: readonly Outcome[];
};

export type LoadResult = {
  readonly forms: readonly FormResult[];
  readonly members: number;
  readonly machine: string;
  /** Programs that wanted a processor in the minute before the run, and in its last one. */
  readonly loads: readonly [number, number];
};
