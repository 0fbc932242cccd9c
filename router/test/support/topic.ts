/** Publishes to whoever listens; each listener's iterator ends at once when it leaves. */
export class Topic<Event> {
  readonly #listeners = new Set<(event: Event) => void>();

  get listeners(): number {
    return this.#listeners.size;
  }

  publish(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }

  subscribe(...first: Event[]): AsyncIterableIterator<Event> {
    const waiting = [...first];
    let wake: () => void = () => {};
    let left = false;
    const listener = (event: Event): void => {
      waiting.push(event);
      wake();
    };
    this.#listeners.add(listener);
    const leave = (): IteratorReturnResult<undefined> => {
      left = true;
      this.#listeners.delete(listener);
      wake();
      return { done: true, value: undefined };
    };
    return {
      async next() {
        while (waiting.length === 0 && !left) await new Promise<void>((resolve) => (wake = resolve));
        const [event] = waiting.splice(0, 1);
        return event === undefined ? leave() : { done: false, value: event };
      },
      async return() {
        return leave();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
