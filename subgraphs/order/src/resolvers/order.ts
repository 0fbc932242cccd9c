import type { OrderView } from '../domain/order-view.ts';
import type { OrderLineResolvers, OrderResolvers } from './schema.gen.ts';

export const Order: OrderResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.order.load(id),
  customer: ({ customerId }) => ({ id: customerId }),
  cancellation: (view) => view.reason && { reason: view.reason, message: messageOf(view) },
  progress: ({ paymentStatus, deliveryStatus, courierId, updatedAt }) => ({
    paymentStatus,
    deliveryStatus,
    courier: courierId === null ? null : { id: courierId },
    updatedAt,
  }),
};

export const OrderLine: OrderLineResolvers = {
  menuItem: ({ menuItemId }, _arguments, { loaders }) => loaders.menuItem.load(menuItemId),
};

function messageOf({ reason, paymentMessage }: OrderView): string {
  switch (reason) {
    case 'PAYMENT_REFUSED':
      return paymentMessage ?? '결제가 거절되었습니다. The payment was refused.';
    default:
      return '고객이 주문을 취소했습니다. The customer cancelled the order.';
  }
}
