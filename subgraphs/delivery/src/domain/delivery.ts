import type { DeliveryFact } from '@moa/contracts';

type Parcel = {
  readonly id: string;
  /** Counts the facts of this delivery. */
  readonly version: number;
  readonly orderId: string;
  readonly customerId: string;
  readonly address: string;
};

type Waiting = { readonly courierId: null; readonly acceptedAt: null };
type Accepted = { readonly courierId: string; readonly acceptedAt: Date };

/** A delivery in each of its states, with only what exists in it. */
export type Delivery = Parcel &
  (
    | ({ readonly status: 'STARTED'; readonly startedAt: Date } & (Waiting | Accepted))
    | ({ readonly status: 'COMPLETED'; readonly startedAt: Date; readonly completedAt: Date } & Accepted)
    // A courier on the way has to see that it is off. One that was cancelled before it could start never started.
    | ({ readonly status: 'CANCELLED'; readonly startedAt: Date | null; readonly cancelledAt: Date } & (
        | Waiting
        | Accepted
      ))
  );

export type DeliveryStatus = Delivery['status'];

/** What a delivery says of itself once there is one. */
export type DeliveryChange = Exclude<DeliveryFact, { type: 'DeliveryStarted' }>;
export type { DeliveryFact };
