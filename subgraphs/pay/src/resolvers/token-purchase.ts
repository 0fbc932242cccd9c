import { purchaseStatusOf } from '../domain/token-purchase.ts';
import type { TokenPurchaseResolvers } from './schema.gen.ts';

export const TokenPurchase: TokenPurchaseResolvers = {
  id: ({ subject }) => subject.purchaseId,
  status: (purchase) => purchaseStatusOf(purchase),
  quantity: ({ subject }) => subject.quantity,
  payment: (purchase) => purchase,
};
