/**
 * The same answers; an error ends them as `explain` of that error. `return()` reaches the source at once, also while an answer is
 * awaited; an async generator would hold it back until the next one.
 */
export function explained<Answer>(
  source: AsyncIterableIterator<Answer>,
  explain: (error: unknown) => unknown,
): AsyncGenerator<Answer, undefined> {
  const leave = async (): Promise<IteratorReturnResult<undefined>> => {
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      try {
        const { done, value } = await source.next();
        return done ? { done, value: undefined } : { done: false, value };
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
