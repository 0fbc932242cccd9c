import type { QueryResolvers } from './schema.gen.ts';

export const Query: QueryResolvers = {
  me: (_root, _arguments, { loaders, viewer }) =>
    viewer.kind === 'member' ? loaders.member.load(viewer.memberId) : null,
  member: (_root, { id }, { loaders }) => loaders.member.load(id),
};
