/**
 * Maps one item after the other, in order; an error of the source or of `map` ends it as `explain` of that error.
 * `return()` reaches the source at once, also while an item is awaited; an async generator would hold it back until the
 * next item.
 */
export function orderedMap<From, To>(
  source: AsyncIterableIterator<From>,
  map: (item: From) => Promise<To>,
  explain: (error: unknown) => unknown,
): AsyncGenerator<To, undefined> {
  const leave = async (): Promise<IteratorReturnResult<undefined>> => {
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      try {
        const item = await source.next();
        if (item.done) return { done: true, value: undefined };
        return { done: false, value: await map(item.value) };
      } catch (error) {
        await leave();
        throw explain(error);
      }
    },
    return: leave,
    async throw(error) {
      await leave();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await leave();
    },
  };
}
