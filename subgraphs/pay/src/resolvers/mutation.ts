import { payload } from '@moa/subgraph';
import { buyTokens } from '../actions/buy-tokens.ts';
import { payRide } from '../actions/pay-ride.ts';
import { reserveToken } from '../actions/reserve-token.ts';
import { savePaymentMethod } from '../actions/save-payment-method.ts';
import { refusalOf, statusOf } from '../domain/payment.ts';
import type { MutationResolvers } from './schema.gen.ts';
import { tokenAccountOf } from './token-account.ts';

export const Mutation: MutationResolvers = {
  savePaymentMethod: async (_root, { input }, context) =>
    payload('paymentMethod', await savePaymentMethod(context, input.providerToken)),
  buyTokens: async (_root, { input }, context) => {
    const { purchase, refusals } = await buyTokens(context, input);
    const tokenAccount = purchase && (await tokenAccountOf(context, purchase.payerId));
    return { tokenAccount, purchase, userErrors: refusals };
  },
  reserveToken: async (_root, { input }, context) => ({
    status: (await reserveToken(context, input)) ? 'RESERVED' : 'REFUSED',
  }),
  payRide: async (_root, { input }, context) => {
    const payment = await payRide(context, input);
    return { status: statusOf(payment), paymentId: payment.id, refusal: refusalOf(payment) };
  },
};
