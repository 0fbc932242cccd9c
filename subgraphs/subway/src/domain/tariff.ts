import published from '../../data/fare.json' with { type: 'json' };
import { clockTime } from './seoul-time.ts';

export type Passenger = keyof typeof published.passengers;

/** Amounts are won. */
type Fees = {
  readonly ages: { readonly from: number; readonly to: number };
  /** For the distance that everybody has. */
  readonly cardBase: number;
  /** The same on early trains; null for who has nothing to save. */
  readonly earlyCardBase: number | null;
  readonly singleBase: number;
  /** For each further unit of distance. */
  readonly cardStep: number;
  readonly singleStep: number;
};

const { ADULT, YOUTH, CHILD, INFANT, SENIOR } = published.passengers;
const early = published.early_bird;

const feesOf = (given: typeof ADULT | typeof SENIOR, earlyCardBase: number | null, singleStep: number): Fees => ({
  ages: { from: given.age_from, to: given.age_to ?? Number.POSITIVE_INFINITY },
  cardBase: given.card_base,
  earlyCardBase,
  singleBase: given.single_base,
  cardStep: given.step_add,
  singleStep,
});

/** What a ride costs in the metropolitan area since 2025-06-28; data/README.md names the sources. */
export const tariff = {
  passengers: {
    ADULT: feesOf(ADULT, early.resulting_base.ADULT, ADULT.step_add),
    // There are single-journey tickets for adults and children alone.
    YOUTH: feesOf(YOUTH, early.resulting_base.YOUTH, ADULT.step_add),
    CHILD: feesOf(CHILD, early.resulting_base.CHILD, CHILD.step_add),
    INFANT: feesOf(INFANT, null, INFANT.step_add),
    SENIOR: feesOf(SENIOR, null, SENIOR.step_add),
  } satisfies Record<Passenger, Fees>,
  /** One more step is due for each unit that is begun between the two distances, in metres. */
  steps: published.distance_steps.map(({ over_km, up_to_km, unit_km }) => ({
    over: over_km * 1_000,
    upTo: up_to_km === null ? Number.POSITIVE_INFINITY : up_to_km * 1_000,
    unit: unit_km === null ? Number.POSITIVE_INFINITY : unit_km * 1_000,
  })),
  /** Times of day in Seoul. The last trains run past midnight, so that a day of service begins later. */
  earlyBird: { from: clockTime('04:00'), until: clockTime(early.boarding_before) },
};
