import type { CancellationReason, DeliveryFact, OrderFact, PayFact } from '@moa/contracts';
import type { Won } from '@moa/money';

/** A dish as it was when it was ordered: later prices don't change it. */
export type OrderLine = {
  readonly menuItemId: string;
  readonly name: string;
  readonly price: Won;
  /** 1 to 99. */
  readonly quantity: number;
};

type Placed = {
  readonly id: string;
  /** Counts the facts of this order. */
  readonly version: number;
  readonly customerId: string;
  readonly lines: readonly OrderLine[];
  readonly total: Won;
  readonly deliveryAddress: string;
  readonly paymentMethodId: string;
  readonly placedAt: Date;
};

/** An order in each of its states, with only what exists in it. */
export type Order = Placed &
  (
    | { readonly status: 'ORDERED' }
    | { readonly status: 'PAID' }
    | { readonly status: 'COMPLETED' }
    | { readonly status: 'CANCELLED'; readonly reason: CancellationReason }
  );

export type OrderStatus = Order['status'];

/** Nothing follows any more. */
export const hasEnded = ({ status }: Pick<Order, 'status'>): boolean =>
  status === 'COMPLETED' || status === 'CANCELLED';

/** What others say that an order listens to. */
export type ForeignFact = Extract<PayFact, { orderId: string }> | DeliveryFact;
/** What an order says of itself after it was placed. */
export type OrderChange = Exclude<OrderFact, { type: 'OrderPlaced' }>;
export type { CancellationReason, OrderFact };
