import { loaderBy, type PageRequest } from '@moa/subgraph';
import type { OwnedFollowView } from '../persistence/follow-views.ts';

type OwnedList = { readonly ownerId: string; readonly lines: readonly OwnedFollowView[] };

/** The same page of however many members an operation asks for comes with one query: a list of members may ask for theirs. */
export function listLoader(find: (ids: readonly string[], page: PageRequest) => Promise<readonly OwnedFollowView[]>) {
  const loaders = new Map<string, ReturnType<typeof loaderOf>>();
  const loaderOf = (page: PageRequest) =>
    loaderBy<OwnedList>(
      ({ ownerId }) => ownerId,
      async (ids) => {
        const lists = Map.groupBy(await find(ids, page), ({ ownerId }) => ownerId);
        return [...lists].map(([ownerId, lines]) => ({ ownerId, lines }));
      },
    );
  return {
    async load(ownerId: string, page: PageRequest): Promise<readonly OwnedFollowView[]> {
      const key = JSON.stringify([page.first, page.after]);
      const loader = loaders.get(key) ?? loaderOf(page);
      loaders.set(key, loader);
      return (await loader.load(ownerId))?.lines ?? [];
    },
    clearAll: () => loaders.clear(),
  };
}
