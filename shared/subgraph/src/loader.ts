import DataLoader from 'dataloader';

/** Collects the ids that one tick asks for and finds them with one query; an id that is not found gives null. */
export const loaderById = <Item extends { readonly id: string }>(
  find: (ids: readonly string[]) => Promise<readonly Item[]>,
): DataLoader<string, Item | null> => loaderBy((item) => item.id, find);

/** The same by any other unique key. */
export const loaderBy = <Item>(
  keyOf: (item: Item) => string,
  find: (keys: readonly string[]) => Promise<readonly Item[]>,
): DataLoader<string, Item | null> =>
  new DataLoader(async (keys) => {
    const found = new Map((await find(keys)).map((item) => [keyOf(item), item]));
    return keys.map((key) => found.get(key) ?? null);
  });
