import type { QueryResolvers } from './schema.gen.ts';

export const Query: QueryResolvers = {
  payment: (_root, { id }, { loaders }) => loaders.payment.load(id),
};
