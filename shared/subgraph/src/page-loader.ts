import type DataLoader from 'dataloader';
import type { PageRequest } from './connection.ts';
import { loaderBy } from './loader.ts';

/** Lists of many owners, each asked for a page of their own. */
export type PageLoader<Item> = {
  /** What the owner has in the page; nothing is an empty list. */
  load(ownerId: string, page: PageRequest): Promise<readonly Item[]>;
  /** Forgets what was read. */
  clearAll(): void;
};

/** The same page of however many owners an operation asks for comes with one query. */
export function pageLoader<Item extends { readonly ownerId: string }>(
  find: (ownerIds: readonly string[], page: PageRequest) => Promise<readonly Item[]>,
): PageLoader<Item> {
  type List = { readonly ownerId: string; readonly items: readonly Item[] };
  const loaders = new Map<string, DataLoader<string, List | null>>();
  const loaderOf = (page: PageRequest) =>
    loaderBy<List>(
      ({ ownerId }) => ownerId,
      async (ownerIds) => {
        const lists = Map.groupBy(await find(ownerIds, page), ({ ownerId }) => ownerId);
        return [...lists].map(([ownerId, items]) => ({ ownerId, items }));
      },
    );
  return {
    async load(ownerId, page) {
      const key = JSON.stringify([page.first, page.after]);
      const loader = loaders.get(key) ?? loaderOf(page);
      loaders.set(key, loader);
      return (await loader.load(ownerId))?.items ?? [];
    },
    clearAll: () => loaders.clear(),
  };
}
