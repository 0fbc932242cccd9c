import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { CancellationReason, OrderLine, OrderStatus } from '../domain/order.ts';

export const OrderRow = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    customerId: p.uuid(),
    status: p.text().$type<OrderStatus>(),
    reason: p.text().$type<CancellationReason>().nullable(),
    lines: p.json<readonly OrderLine[]>(),
    total: p.bigint('number'),
    deliveryAddress: p.text(),
    paymentMethodId: p.uuid(),
    placedAt: p.datetime(),
    idempotencyKey: p.text(),
    requestHash: p.text(),
  },
});
export type OrderRow = InferEntity<typeof OrderRow>;
