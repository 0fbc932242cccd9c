import { isId, refusalsFrom } from '@moa/subgraph';
import type { BookingIn, Estimate } from './booking.ts';
import { type District, isInServiceArea, isPickupServed } from './city.ts';
import { airlineMeters, isPoint } from './geodesy.ts';
import type { Place } from './point.ts';
import { type RequestTaxiRefusal, requestTaxiRefusals } from './refusals.ts';

/** From where to where. */
export type Trip = { readonly pickup: Place; readonly dropoff: Place };

export type RequestTaxi = Trip & {
  readonly paymentMethodId: string | null;
  readonly idempotencyKey: string;
};

const refuse = refusalsFrom(requestTaxiRefusals);
const longestName = 100;
const leastMeters = 50;

/** Everything that is wrong with the command itself, at once. */
export function faultsOf(command: RequestTaxi): readonly RequestTaxiRefusal[] {
  const { paymentMethodId, idempotencyKey } = command;
  return [
    ...faultsOfTrip(command),
    ...(paymentMethodId === null || isId(paymentMethodId) ? [] : [refuse('PAYMENT_METHOD_INVALID', 'paymentMethodId')]),
    ...(idempotencyKey.length >= 1 && idempotencyKey.length <= 100 && isStorable(idempotencyKey)
      ? []
      : [refuse('IDEMPOTENCY_KEY_INVALID', 'idempotencyKey')]),
  ];
}

/** The same for the two places, of which a mere estimate is made too. */
export function faultsOfTrip({ pickup, dropoff }: Trip): readonly RequestTaxiRefusal[] {
  const faults = [
    ...faultsOfPlace('pickup', pickup, isPickupServed),
    ...faultsOfPlace('dropoff', dropoff, isInServiceArea),
  ];
  if (!isPoint(pickup) || !isPoint(dropoff) || airlineMeters(pickup, dropoff) >= leastMeters) return faults;
  return [...faults, refuse('SAME_PLACE', 'dropoff')];
}

function faultsOfPlace(
  field: keyof Trip,
  place: Place,
  isServed: (place: Place) => boolean,
): readonly RequestTaxiRefusal[] {
  const nameFaults = place.name.trim().length <= longestName ? [] : [refuse('PLACE_NAME_TOO_LONG', field, 'name')];
  if (!isPoint(place)) return [...nameFaults, refuse('COORDINATES_INVALID', field)];
  return isServed(place) ? nameFaults : [...nameFaults, refuse('OUTSIDE_SERVICE_AREA', field)];
}

/** Cars in this district are taken for now. */
export const noCarFree = (retryAfterSeconds: number): RequestTaxiRefusal => ({
  ...refuse('NO_CAR_FREE'),
  retryAfterSeconds,
});

/** The booking of a command without faults. The clock, the id and the estimate are given, so that the rule stays pure. */
export const book = (
  { pickup, dropoff, paymentMethodId }: RequestTaxi,
  {
    id,
    customerId,
    district,
    estimate,
    now,
    answerMs,
  }: {
    readonly id: string;
    readonly customerId: string;
    readonly district: District;
    readonly estimate: Estimate;
    readonly now: Date;
    readonly answerMs: number;
  },
): BookingIn<'REQUESTED' | 'DISPATCHING'> => ({
  id,
  version: 1,
  status: 'REQUESTED',
  customerId,
  pickup: trimmed(pickup),
  dropoff: trimmed(dropoff),
  district: district.code,
  estimate,
  paymentMethodId,
  requestedAt: now,
  answerBy: new Date(now.getTime() + answerMs),
});

/** PostgreSQL has no text with NUL in it, and its JSON no half of a surrogate pair. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const trimmed = ({ name, latitude, longitude }: Place): Place => ({
  name: name.replaceAll('\0', '').toWellFormed().trim(),
  latitude,
  longitude,
});
