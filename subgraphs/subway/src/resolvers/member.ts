import { connectionOf, pageRequest } from '@moa/subgraph';
import type { MemberResolvers } from './schema.gen.ts';

/** Members belong to account, which sends their age along: null when it is not known. */
export type MemberReference = { readonly id: string; readonly age: number | null };

export const Member: MemberResolvers = {
  __resolveReference: ({ id, age }) => ({ id, age: age ?? null }),
  favoritePaths: async ({ id, age }, { first, after }, { loaders }) => {
    const page = pageRequest(first, after);
    const paths = await loaders.favoritePaths.load(id, page);
    return connectionOf(
      paths.map((path) => ({ ...path, age })),
      page,
      (path) => path.id,
    );
  },
};
