import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { done, graphError, isForgotten, memberId, type Outcome, refused } from '@moa/subgraph';
import type { Payment } from '../domain/payment.ts';
import type { BuyTokensRefusal } from '../domain/refusals.ts';
import { requestPayment } from '../domain/request.ts';
import {
  type BuyTokens,
  faultsOf,
  priceOf,
  purchaseOf,
  refusalsOf,
  refuseToBuy,
  type TokenPurchase,
} from '../domain/token-purchase.ts';
import { findPaymentMethod } from '../persistence/payment-methods.ts';
import { addPayment, findPaymentOfPurchase } from '../persistence/payments.ts';
import { addPurchase, findPurchaseByKey, type PurchaseRequest } from '../persistence/token-purchases.ts';
import { chargeWhileWaiting } from './charge-payment.ts';
import type { PayContext } from './context.ts';

/** How a purchase stands, and what speaks against it: both are there when the provider refused. */
export type Bought = { readonly purchase: TokenPurchase | null; readonly refusals: readonly BuyTokensRefusal[] };

type Begun = Outcome<Payment, BuyTokensRefusal['code']>;

/** The router waits 3 s for an answer; what is left of that is for the database and the way back. In ms. */
const chargeWithinMs = 2_500;

/**
 * Buys tokens and gives the purchase as far as it has come. They are booked in the transaction that notes the money as taken; when
 * the provider does not settle it in time, that comes later, by the job that was left with the payment. The same key gets the
 * same purchase, whatever is repeated.
 */
export async function buyTokens(context: PayContext, command: BuyTokens): Promise<Bought> {
  const deadline = AbortSignal.timeout(chargeWithinMs);
  const owner = memberId(context.viewer);
  const faults = faultsOf(command);
  if (faults.length > 0) return { purchase: null, refusals: faults };
  const begun = await context.transaction((em) => findOrBegin(em, owner, command, context));
  if (begun.kind === 'refused') return { purchase: null, refusals: begun.refusals };

  const purchase = purchaseOf(await chargeWhileWaiting(context, begun.value, deadline));
  if (!purchase) throw new Error(`The payment ${begun.value.id} of a purchase is for something else.`);
  return { purchase, refusals: refusalsOf(purchase) };
}

async function findOrBegin(em: EntityManager, owner: string, command: BuyTokens, context: PayContext): Promise<Begun> {
  // A token may outlive its member's account for a moment.
  if (await isForgotten(em, owner)) throw graphError('UNAUTHENTICATED');
  const method = await findPaymentMethod(em, command.paymentMethodId);
  // Somebody else's looks like one that does not exist.
  if (method?.memberId !== owner) return refused(refuseToBuy('PAYMENT_METHOD_UNKNOWN', 'paymentMethodId'));

  const { quantity, idempotencyKey } = command;
  const purchase = { id: context.ids(), memberId: owner, requestHash: hashOf(command) };
  const now = context.clock();
  if (!(await addPurchase(em, purchase, idempotencyKey, now))) return repeated(em, purchase, idempotencyKey);
  const { payment, commands } = requestPayment(
    { subject: { kind: 'TOKENS', purchaseId: purchase.id, quantity }, payerId: owner, amount: priceOf(quantity) },
    method,
    { id: context.ids(), now },
  );
  if (!(await addPayment(em, payment))) throw new Error(`The purchase ${purchase.id} has a payment and yet it is new.`);
  await send(em, commands);
  return done(payment);
}

/** The same request gets the same purchase, as it is by now; another one gets nothing. */
async function repeated(em: EntityManager, { memberId, requestHash }: PurchaseRequest, key: string): Promise<Begun> {
  const earlier = await findPurchaseByKey(em, memberId, key);
  if (earlier?.requestHash !== requestHash) return refused(refuseToBuy('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'));
  const present = await findPaymentOfPurchase(em, earlier.id);
  if (!present) throw new Error(`The purchase ${earlier.id} has no payment.`);
  return done(present);
}

/** Field by field, so that the order of keys in the client's JSON makes no difference. */
const hashOf = ({ quantity, paymentMethodId }: BuyTokens): string =>
  createHash('sha256')
    .update(JSON.stringify([quantity, paymentMethodId.toLowerCase()]))
    .digest('base64url');
