import type { NoDriverReason, TaxiFact } from '@moa/contracts';
import type { Won } from '@moa/money';
import { isOver } from './deadline.ts';
import type { Place, Point } from './point.ts';

/** What the customer was told when the taxi was asked for. */
export type Estimate = {
  readonly fare: Won;
  readonly distanceMeters: number;
  readonly durationSeconds: number;
  /** From the nearest free car to the pick-up; null when there was none near. */
  readonly pickupSeconds: number | null;
};

type Request = {
  readonly id: string;
  /** Counts the changes of this booking. */
  readonly version: number;
  readonly customerId: string;
  readonly pickup: Place;
  readonly dropoff: Place;
  /** The KOSTAT code of the city district that the pick-up lies in. */
  readonly district: string;
  readonly estimate: Estimate;
  /** Null: the first one that the customer saved. */
  readonly paymentMethodId: string | null;
  readonly requestedAt: Date;
  /** Dispatched or cancelled by then, whatever happens. */
  readonly answerBy: Date;
};

/** Who is coming, and when. Plate and phone as they were then. */
export type Assignment = {
  readonly driverId: string;
  readonly plate: string;
  readonly phone: string;
  readonly dispatchedAt: Date;
  readonly arrivesAt: Date;
};

/** What is to be paid for the ride. Made once: however often the driver ends the ride, the fare stays. */
export type Bill = {
  readonly fare: Won;
  readonly distanceMeters: number;
  readonly durationSeconds: number;
  readonly surchargePercent: number;
  /** Where the customer got out. */
  readonly alighting: Point;
  readonly endedAt: Date;
};

/** Why the last try to pay the bill failed. */
export type PaymentFailure = { readonly code: string; readonly message: string };

/** A booking in each of its states, with only what exists in it. */
export type Booking = Request &
  (
    | { readonly status: 'REQUESTED' | 'DISPATCHING' }
    | { readonly status: 'DISPATCHED'; readonly assignment: Assignment }
    /** `startedAt`: boarded. `bill`: got out; the ride is over as soon as it is paid. */
    | {
        readonly status: 'IN_RIDE';
        readonly assignment: Assignment;
        readonly startedAt: Date;
        readonly bill: Bill | null;
        readonly paymentFailure: PaymentFailure | null;
      }
    | {
        readonly status: 'COMPLETED';
        readonly assignment: Assignment;
        readonly startedAt: Date;
        readonly bill: Bill;
        readonly paymentId: string;
        readonly completedAt: Date;
      }
    | { readonly status: 'CANCEL_REQUESTED'; readonly assignment: Assignment | null; readonly cancelRequestedAt: Date }
    | { readonly status: 'CANCELLED_BY_CUSTOMER'; readonly assignment: Assignment | null; readonly cancelledAt: Date }
    | { readonly status: 'CANCELLED_BY_SYSTEM'; readonly reason: NoDriverReason; readonly cancelledAt: Date }
  );

export type BookingStatus = Booking['status'];

/** Nothing follows any more. */
export const hasEnded = ({ status }: Pick<Booking, 'status'>): boolean =>
  status === 'COMPLETED' || status === 'CANCELLED_BY_CUSTOMER' || status === 'CANCELLED_BY_SYSTEM';

/** The customer should have been answered by now. */
export const isUnanswered = (
  { requestedAt, answerBy }: Pick<Booking, 'requestedAt' | 'answerBy'>,
  now: Date,
): boolean => isOver({ from: requestedAt, until: answerBy }, now);

/** The customer waits for a car, or sits in one: who got out needs none any more, paid or not. */
export const needsCar = (booking: Pick<Booking, 'status'> & { readonly bill?: object | null }): boolean =>
  !hasEnded(booking) && !booking.bill;

export type BookingIn<Status extends BookingStatus> = Extract<Booking, { readonly status: Status }>;

export type { NoDriverReason, TaxiFact };
