import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { DeliveryStatus } from '../domain/delivery.ts';

export const DeliveryRow = defineEntity({
  name: 'Delivery',
  tableName: 'deliveries',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    orderId: p.uuid(),
    customerId: p.uuid(),
    status: p.text().$type<DeliveryStatus>(),
    courierId: p.uuid().nullable(),
    address: p.text(),
    startedAt: p.datetime().nullable(),
    acceptedAt: p.datetime().nullable(),
    completedAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
  },
});
export type DeliveryRow = InferEntity<typeof DeliveryRow>;
