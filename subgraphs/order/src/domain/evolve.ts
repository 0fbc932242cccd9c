import type { Order, OrderChange } from './order.ts';

/** The order after one of its own facts. What the fact means was decided before; here it only happens. */
export function evolve(order: Order, fact: OrderChange): Order {
  const { version } = fact;
  switch (fact.type) {
    case 'OrderPaid':
      return { ...order, status: 'PAID', version };
    case 'OrderCompleted':
      return { ...order, status: 'COMPLETED', version };
    case 'OrderCancelled':
      return { ...order, status: 'CANCELLED', reason: fact.reason, version };
  }
}
