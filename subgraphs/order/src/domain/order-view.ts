import type { CancellationReason, ForeignFact, Order, OrderChange, OrderLine, OrderStatus } from './order.ts';

/**
 * An order as its people see it: what the order itself says, with the last known state of its payment and delivery. It is
 * stored and sent as JSON, so moments are RFC 3339 text.
 */
export type OrderView = {
  readonly id: string;
  /** Counts the changes of the view. */
  readonly revision: number;
  readonly customerId: string;
  readonly status: OrderStatus;
  readonly reason: CancellationReason | null;
  readonly lines: readonly OrderLine[];
  readonly total: Order['total'];
  readonly deliveryAddress: string;
  readonly placedAt: string;
  readonly paymentStatus: 'PENDING' | 'CAPTURED' | 'REFUSED' | 'REFUNDED' | null;
  readonly paymentMessage: string | null;
  readonly paymentVersion: number;
  readonly deliveryStatus: 'STARTED' | 'COMPLETED' | 'CANCELLED' | null;
  readonly courierId: string | null;
  readonly deliveryVersion: number;
  readonly updatedAt: string;
};

export const viewOf = (order: Order): OrderView => ({
  id: order.id,
  revision: 1,
  customerId: order.customerId,
  status: order.status,
  reason: null,
  lines: order.lines,
  total: order.total,
  deliveryAddress: order.deliveryAddress,
  placedAt: order.placedAt.toISOString(),
  paymentStatus: null,
  paymentMessage: null,
  paymentVersion: 0,
  deliveryStatus: null,
  courierId: null,
  deliveryVersion: 0,
  updatedAt: order.placedAt.toISOString(),
});

/** The view after a fact; the very same view when the fact is older than what the view already knows. */
export function project(view: OrderView, fact: OrderChange | ForeignFact, now: Date): OrderView {
  const change = changeBy(view, fact);
  return change ? { ...view, ...change, revision: view.revision + 1, updatedAt: now.toISOString() } : view;
}

function changeBy(view: OrderView, fact: OrderChange | ForeignFact): Partial<OrderView> | undefined {
  switch (fact.type) {
    case 'OrderPaid':
      return { status: 'PAID' };
    case 'OrderCompleted':
      return { status: 'COMPLETED' };
    case 'OrderCancelled':
      return { status: 'CANCELLED', reason: fact.reason };
    case 'PaymentCaptured':
      return payment(view, fact, { paymentStatus: 'CAPTURED' });
    case 'PaymentRefused':
      return payment(view, fact, { paymentStatus: 'REFUSED', paymentMessage: fact.message });
    case 'PaymentRefunded':
      return payment(view, fact, { paymentStatus: 'REFUNDED' });
    case 'DeliveryStarted':
      return delivery(view, fact, { deliveryStatus: 'STARTED' });
    case 'DeliveryAccepted':
      // Its start may still be on the way.
      return delivery(view, fact, { deliveryStatus: 'STARTED', courierId: fact.courierId });
    case 'DeliveryCompleted':
      return delivery(view, fact, { deliveryStatus: 'COMPLETED', courierId: fact.courierId });
    case 'DeliveryCancelled':
      return delivery(view, fact, { deliveryStatus: 'CANCELLED' });
  }
}

type Versioned = { readonly version: number };

const payment = (view: OrderView, { version }: Versioned, change: Partial<OrderView>) =>
  version > view.paymentVersion ? { ...change, paymentVersion: version } : undefined;

const delivery = (view: OrderView, { version }: Versioned, change: Partial<OrderView>) =>
  version > view.deliveryVersion ? { ...change, deliveryVersion: version } : undefined;
