/**
 * What a generator makes of its source, as an iterator that can be returned from outside at any moment: a generator that waits
 * for the next of its source can't be, but ending the source ends it.
 */
export function endedWith<Item>(
  source: { readonly return?: () => Promise<unknown> },
  items: AsyncGenerator<Item, undefined>,
): AsyncIterableIterator<Item, undefined> {
  const iterator: AsyncIterableIterator<Item, undefined> = {
    next: () => items.next(),
    async return() {
      await source.return?.();
      return items.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return iterator;
    },
  };
  return iterator;
}
