import type { MemberResolvers } from './schema.gen.ts';

export const Member: MemberResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.member.load(id),
};
