import { payload } from '@moa/subgraph';
import { savePaymentMethod } from '../actions/save-payment-method.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const Mutation: MutationResolvers = {
  savePaymentMethod: async (_root, { input }, context) =>
    payload('paymentMethod', await savePaymentMethod(context, input.providerToken)),
};
