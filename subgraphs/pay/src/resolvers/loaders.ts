import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import { loaderBy, loaderById } from '@moa/subgraph';
import { maySeePayment } from '../domain/access.ts';
import type { Payment } from '../domain/payment.ts';
import { idOf } from '../domain/subject.ts';
import { purchaseOf, type TokenPurchase } from '../domain/token-purchase.ts';
import { findPaymentsById, findPaymentsOfOrders, findPaymentsOfPurchases } from '../persistence/payment-lists.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for however many of a kind an operation asks for. Payments that the viewer may not see are not there. */
export const createLoaders = (em: EntityManager, viewer: Viewer) => {
  const visible = (payments: readonly Payment[]) => payments.filter((payment) => maySeePayment(viewer, payment));
  return {
    payment: loaderById(async (ids) => visible(await findPaymentsById(em, ids))),
    paymentOfOrder: loaderBy<Payment>(
      ({ subject }) => idOf(subject),
      async (orderIds) => visible(await findPaymentsOfOrders(em, orderIds)),
    ),
    purchase: loaderBy<TokenPurchase>(
      ({ subject }) => subject.purchaseId,
      async (ids) => visible(await findPaymentsOfPurchases(em, ids)).flatMap((payment) => purchaseOf(payment) ?? []),
    ),
  };
};
