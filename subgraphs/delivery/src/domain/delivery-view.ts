import type { Delivery, DeliveryStatus } from './delivery.ts';

/** A delivery as its people see it. It is also sent as JSON, so moments are RFC 3339 text. */
export type DeliveryView = {
  readonly id: string;
  /** The delivery's version. */
  readonly revision: number;
  readonly orderId: string;
  readonly customerId: string;
  readonly courierId: string | null;
  readonly status: DeliveryStatus;
  readonly address: string;
  readonly startedAt: string | null;
  readonly acceptedAt: string | null;
  readonly completedAt: string | null;
  readonly cancelledAt: string | null;
};

export const viewOf = (delivery: Delivery): DeliveryView => ({
  id: delivery.id,
  revision: delivery.version,
  orderId: delivery.orderId,
  customerId: delivery.customerId,
  courierId: delivery.courierId,
  status: delivery.status,
  address: delivery.address,
  startedAt: text(delivery.startedAt),
  acceptedAt: text(delivery.acceptedAt),
  completedAt: delivery.status === 'COMPLETED' ? text(delivery.completedAt) : null,
  cancelledAt: delivery.status === 'CANCELLED' ? text(delivery.cancelledAt) : null,
});

const text = (moment: Date | null): string | null => moment?.toISOString() ?? null;
