import type { CancellationReason, NoDriverReason } from '@moa/contracts';

/**
 * What a notification says: its kind, and what the words of it need. It outlives deployments in the table, so nothing here is renamed or
 * retyped. `person` is all that is told of somebody else; null when that somebody has left Moa. Names are not kept: they are those of the
 * moment in which it is read.
 */
export type Content =
  | { readonly kind: 'ORDER_PAID' | 'ORDER_COMPLETED' | 'DELIVERY_ACCEPTED' | 'DELIVERY_CANCELLED' }
  | { readonly kind: 'ORDER_CANCELLED'; readonly reason: CancellationReason }
  | { readonly kind: 'ORDER_REFUNDED'; readonly amount: number }
  | {
      readonly kind: 'TAXI_REQUESTED';
      readonly pickup: string;
      readonly dropoff: string;
      readonly estimatedFare: number;
    }
  | { readonly kind: 'TAXI_DISPATCHING' | 'RIDE_STARTED' | 'TAXI_CANCEL_REQUESTED' | 'TAXI_CANCELLED_BY_CUSTOMER' }
  | { readonly kind: 'TAXI_DISPATCHED'; readonly person: Car | null; readonly arrivalMinutes: number }
  | { readonly kind: 'RIDE_COMPLETED'; readonly fare: number }
  | { readonly kind: 'RIDE_PAYMENT_REFUSED'; readonly amount: number; readonly message: string }
  | { readonly kind: 'TAXI_CANCELLED_BY_SYSTEM'; readonly reason: NoDriverReason }
  | { readonly kind: 'RIDE_OFFERED' | 'DRIVER_DISPATCHED'; readonly person: Waiting | null }
  | { readonly kind: 'DRIVER_RIDE_STARTED' | 'DRIVER_CANCEL_REQUESTED' | 'DRIVER_RIDE_CANCELLED' }
  | { readonly kind: 'DRIVER_RIDE_COMPLETED'; readonly fare: number }
  | { readonly kind: 'MEMBER_FOLLOWED' }
  | { readonly kind: 'PLAN_SHARED'; readonly person: Traveller | null }
  | { readonly kind: 'PLAN_HEARTED' | 'RECOMMENDATION_READY'; readonly location: string }
  | { readonly kind: 'RECOMMENDATION_FAILED'; readonly reason: string }
  | { readonly kind: 'TOKENS_BOUGHT'; readonly quantity: number; readonly amount: number };

export type NotificationKind = Content['kind'];

/** A driver, as the customer finds them. */
type Car = { readonly plate: string; readonly phone: string };

/** A customer, as the driver finds them. */
type Waiting = { readonly pickup: string };

/** Somebody who shared a plan. */
type Traveller = { readonly location: string };
