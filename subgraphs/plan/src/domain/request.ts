import type { Won } from '@moa/money';
import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { Recommendation, RecommendationKind, TripRequest } from './recommendation.ts';
import { type RequestRefusal, requestRefusals } from './refusals.ts';
import { isKey, storableOrNull } from './text.ts';
import { daysOf, faultsOfDates, faultsOfTrip } from './trip.ts';

/** What a member asks for; what is left out may be chosen, but for PERSONAL. */
export type RequestRecommendation = {
  readonly kind: RecommendationKind;
  readonly location: string | null;
  readonly travelDate: string | null;
  readonly returnDate: string | null;
  readonly budget: Won | null;
  readonly groupSize: number | null;
  readonly details: string | null;
  readonly idempotencyKey: string;
};

const refuse = refusalsFrom(requestRefusals);

/** A recommendation to begin with, or everything that is wrong with the command. */
export function decideRequest(
  command: RequestRecommendation,
  { id, memberId, now }: { readonly id: string; readonly memberId: string; readonly now: Date },
): Outcome<Recommendation, RequestRefusal['code']> {
  const { kind, travelDate, budget } = command;
  const details = storableOrNull(command.details);
  const location = storableOrNull(command.location);
  const faults: readonly RequestRefusal[] = [
    ...faultsOfTrip({ ...command, location, details }),
    ...faultsOfDates(command, { now }),
    ...(kind === 'PERSONAL' ? missing({ ...command, location }) : []),
    ...(isKey(command.idempotencyKey) ? [] : [refuse('IDEMPOTENCY_KEY_INVALID', 'idempotencyKey')]),
  ];
  if (faults.length > 0) return refused(...faults);
  const groupSize = command.groupSize ?? 1;
  const request: TripRequest = { location, groupSize, travelDate, days: daysOf(command), budget, details };
  return done({ id, version: 1, memberId, kind, request, state: 'REQUESTED', requestedAt: now, changedAt: now });
}

const missing = ({ location, travelDate, budget, groupSize }: RequestRecommendation): readonly RequestRefusal[] => [
  ...(location === null ? [refuse('LOCATION_INVALID', 'location')] : []),
  ...(travelDate === null ? [refuse('TRAVEL_DATE_REQUIRED', 'travelDate')] : []),
  ...(budget === null ? [refuse('BUDGET_REQUIRED', 'budget')] : []),
  ...(groupSize === null ? [refuse('GROUP_SIZE_REQUIRED', 'groupSize')] : []),
];
