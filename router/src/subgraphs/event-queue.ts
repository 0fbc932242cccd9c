/** More events wait than the queue may hold; the reader is too slow for them. */
export class EventsOverflow extends Error {
  override readonly name = 'EventsOverflow';
}

export interface EventQueue<Event> {
  /** Past the capacity it is as the queue was told: the reader loses what waits and gets EventsOverflow, or what waits longest. */
  push(event: Event): void;
  /** The reader gets what still waits, then the end. */
  end(): void;
  /** The reader gets the error next; what waits is dropped. */
  fail(error: unknown): void;
  readonly events: AsyncIterableIterator<Event>;
}

export type Capacity = {
  readonly most: number;
  /** Where a later event makes an earlier one needless; else each of them counts. */
  readonly dropsOldest?: boolean;
};

type State =
  | { readonly kind: 'open' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Between a source that pushes and one reader that pulls. `onDone` is called once, when nothing will be read any more:
 * by the reader's leaving, by an end or by a failure.
 */
export function createEventQueue<Event>({ most, dropsOldest }: Capacity, onDone: () => void): EventQueue<Event> {
  let waiting: Event[] = [];
  let state: State = { kind: 'open' };
  let reader: PromiseWithResolvers<IteratorResult<Event, undefined>> | undefined;

  const finish = (next: State): void => {
    if (state.kind !== 'open') return;
    state = next;
    if (next.kind === 'failed') waiting = [];
    const asleep = reader;
    reader = undefined;
    if (next.kind === 'failed') asleep?.reject(next.error);
    else asleep?.resolve({ done: true, value: undefined });
    onDone();
  };

  const push = (event: Event): void => {
    if (state.kind !== 'open') return;
    if (reader) {
      reader.resolve({ done: false, value: event });
      reader = undefined;
    } else if (waiting.length < most) waiting.push(event);
    else if (dropsOldest) waiting = [...waiting.slice(1), event];
    else finish({ kind: 'failed', error: new EventsOverflow(`More than ${most} events wait.`) });
  };

  const next = async (): Promise<IteratorResult<Event, undefined>> => {
    if (waiting.length > 0) {
      const value = waiting.shift() as Event; // there is one: its length was just seen
      return { done: false, value };
    }
    switch (state.kind) {
      case 'open':
        reader ??= Promise.withResolvers();
        return reader.promise;
      case 'ended':
        return { done: true, value: undefined };
      case 'failed':
        throw state.error;
    }
  };

  return {
    push,
    end: () => finish({ kind: 'ended' }),
    fail: (error) => finish({ kind: 'failed', error }),
    events: {
      next,
      async return() {
        waiting = [];
        finish({ kind: 'ended' });
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    },
  };
}
