import type { EntityManager } from '@mikro-orm/postgresql';
import type { Won } from '@moa/money';
import { send } from '@moa/outbox';
import { graphError, isId } from '@moa/subgraph';
import type { Payment } from '../domain/payment.ts';
import { requestPayment } from '../domain/request.ts';
import { findPaymentMethodForRide, holdPaymentMethodsOf } from '../persistence/payment-methods.ts';
import { addPayment, findOpenPaymentOfRide, lockRide } from '../persistence/payments.ts';
import { chargeWhileWaiting } from './charge-payment.ts';
import type { PayContext } from './context.ts';

export type PayRide = {
  readonly rideId: string;
  readonly customerId: string;
  /** The one that the customer saved first when there is none; another of theirs once it was refused. */
  readonly paymentMethodId?: string | null | undefined;
  readonly amount: Won;
};

/** Taxi waits 2.6 s for its answer; what is left of that is for the database and the way back. In ms. */
const chargeWithinMs = 2_300;

/**
 * Charges the fare of a ride and gives its payment as far as it has come. However often this is asked, a ride has one payment with
 * one amount, the first; a refused one stays as it is, and the next asking makes another. A customer who deleted their account
 * during the ride still pays for it. Only taxi may ask: domain/access.ts.
 */
export async function payRide(context: PayContext, command: PayRide): Promise<Payment> {
  const deadline = AbortSignal.timeout(chargeWithinMs);
  const ride = readIds(command);
  const payment = await context.transaction((em) => findOrBegin(em, ride, context));
  return chargeWhileWaiting(context, payment, deadline);
}

async function findOrBegin(em: EntityManager, ride: PayRide, context: PayContext): Promise<Payment> {
  const { rideId, customerId, paymentMethodId, amount } = ride;
  await lockRide(em, rideId);
  const present = await findOpenPaymentOfRide(em, rideId);
  if (present) return present;

  await holdPaymentMethodsOf(em, customerId);
  const method = await findPaymentMethodForRide(em, { rideId, customerId, id: paymentMethodId ?? null });
  const { payment, commands } = requestPayment(
    { subject: { kind: 'RIDE', rideId }, payerId: customerId, amount },
    method,
    { id: context.ids(), now: context.clock() },
  );
  if (!(await addPayment(em, payment))) throw new Error(`The ride ${rideId} has a payment and yet it has not.`);
  await send(em, commands);
  return payment;
}

/** Ids as the database writes them, so that the provider hears the same words from whoever charges. */
function readIds(command: PayRide): PayRide {
  const { rideId, customerId, paymentMethodId } = command;
  if (!isId(rideId) || !isId(customerId) || (paymentMethodId != null && !isId(paymentMethodId))) {
    throw graphError('BAD_USER_INPUT', '`rideId`, `customerId` and `paymentMethodId` must be ids.');
  }
  return {
    ...command,
    rideId: rideId.toLowerCase(),
    customerId: customerId.toLowerCase(),
    paymentMethodId: paymentMethodId?.toLowerCase(),
  };
}
