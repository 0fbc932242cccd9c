import type { MemberResolvers } from './schema.gen.ts';

/** Members belong to account; here they are no more than their id. */
export type MemberReference = { readonly id: string };

export const Member: MemberResolvers = {
  __resolveReference: ({ id }) => ({ id }),
};
