/** Brings items, until it is left. */
export interface Source<Item> {
  readonly items: AsyncIterableIterator<Item>;
  /** It isn't read any more. Called once. */
  leave(): void;
}

export type Outcome<Item> =
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'end' }
  | { readonly kind: 'failure'; readonly error: unknown };

/** A source that is read item by item; one can look whether there is something before one takes it. */
export interface Reading<Item, From> {
  readonly from: From;
  /** Of the last `ask`, once there is one; it stays until it is taken. An end or a failure stays for ever. */
  readonly outcome: Outcome<Item> | undefined;
  /** Does nothing while an answer is awaited, or not taken. */
  ask(): void;
  take(): void;
  fail(error: unknown): void;
  leave(): void;
}

/** @param onOutcome is called after each outcome */
export function createReading<Item, From extends Source<Item>>(from: From, onOutcome: () => void): Reading<Item, From> {
  let asked = false;
  let outcome: Outcome<Item> | undefined;
  const settle = (next: Outcome<Item>): void => {
    outcome = next;
    onOutcome();
  };
  return {
    from,
    get outcome() {
      return outcome;
    },
    ask() {
      if (asked) return;
      asked = true;
      from.items.next().then(
        ({ done, value }) => settle(done ? { kind: 'end' } : { kind: 'item', item: value }),
        (error) => settle({ kind: 'failure', error }),
      );
    },
    take() {
      asked = false;
      outcome = undefined;
    },
    fail(error) {
      asked = true;
      settle({ kind: 'failure', error });
    },
    leave() {
      from.items.return?.().catch(() => {}); // nobody waits for what it has to say
      from.leave();
    },
  };
}
