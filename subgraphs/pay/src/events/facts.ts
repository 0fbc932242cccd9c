import type { FactHandlers } from '@moa/outbox';
import { requestPayment } from '../actions/request-payment.ts';
import { voidPayment } from '../actions/void-payment.ts';

/** What pay hears of others: an order's beginning, and its end without food. */
export function factHandlers({
  clock,
  ids,
}: {
  readonly clock: () => Date;
  readonly ids: () => string;
}): FactHandlers<'pay'> {
  const circumstances = () => ({ id: ids(), now: clock() });
  return {
    OrderPlaced: (em, fact) => requestPayment(em, fact, circumstances()),
    OrderCancelled: (em, fact) => voidPayment(em, fact, circumstances()),
  };
}
