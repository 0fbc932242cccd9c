import { type Break, breakOf } from './break.ts';

const pay = 'subgraphs/pay/src';

export const moneyBreaks: readonly Break[] = [
  breakOf(
    'charged-once',
    'every try of a charge is a charge of its own to the provider',
    `${pay}/actions/charge-payment.ts`,
    'key: payment.id,',
    'key: payment.id + Date.now(),',
  ),
  breakOf(
    'money-adds-up',
    'refunds are a won short',
    `${pay}/actions/refund-payment.ts`,
    '-refund`, chargeId, amount }',
    '-refund`, chargeId, amount: (amount - 1) as typeof amount }',
  ),
  breakOf(
    'one-delivery-or-one-refund',
    'refunds are noted, and the provider is not told',
    `${pay}/actions/refund-payment.ts`,
    'const outcome = await provider.refund(',
    `const outcome = await (async (_: object) => ({ kind: 'refunded' as string, reason: '' }))(`,
  ),
  breakOf(
    'payments-agree',
    'the provider is asked for a won more than the payment says',
    `${pay}/actions/charge-payment.ts`,
    'amount: payment.amount,',
    'amount: (payment.amount + 1) as typeof payment.amount,',
  ),
  breakOf(
    'payment-ended',
    'nobody does the refund of an order that is cancelled after it was paid',
    `${pay}/domain/settlement.ts`,
    `OrderCancelled: { to: 'REFUNDING', send: (payment) => [refund(payment)] },`,
    `OrderCancelled: { to: 'REFUNDING', send: () => [] },`,
  ),
  breakOf(
    'purchase-paid',
    'a purchase of tokens is kept without its payment',
    `${pay}/actions/buy-tokens.ts`,
    'if (!(await addPayment(em, payment))) throw',
    'if (payment.amount < 0) throw',
  ),
];
