/** More events wait than the queue may hold; the reader is too slow for them. */
export class EventsOverflow extends Error {
  override readonly name = 'EventsOverflow';
}

/** What comes next. An end or a failure stays for ever. */
export type Outcome<Event> =
  | { readonly kind: 'item'; readonly item: Event }
  | { readonly kind: 'end' }
  | { readonly kind: 'failure'; readonly error: unknown };

/** Is woken when there is something to take. */
export type Reader = { wake(): void };

export type Capacity = {
  readonly most: number;
  /** Where a later event makes an earlier one needless; else each of them counts. */
  readonly dropsOldest?: boolean;
};

/** Hears once that nothing will be read any more: that the reader has left, or that the queue has ended or failed. */
type Source<Event> = { left(queue: EventQueue<Event>): void };

/**
 * Between a source that pushes and one reader. Thousands of them stand idle at the same time, so it is a class, and nothing
 * waits on a promise: closures and promises took three times the memory.
 */
export class EventQueue<Event> {
  reader: Reader | undefined;
  readonly #capacity: Capacity;
  readonly #source: Source<Event>;
  #waiting: Event[] | undefined;
  #end: Exclude<Outcome<Event>, { readonly kind: 'item' }> | undefined;

  constructor(capacity: Capacity, source: Source<Event>) {
    this.#capacity = capacity;
    this.#source = source;
  }

  /** Past the capacity the reader loses what waits longest, or all and gets EventsOverflow. */
  push(event: Event): void {
    if (this.#end) return;
    const { most, dropsOldest } = this.#capacity;
    this.#waiting ??= [];
    if (this.#waiting.length >= most && !dropsOldest) {
      this.fail(new EventsOverflow(`More than ${most} events wait.`));
      return;
    }
    if (this.#waiting.length >= most) this.#waiting.shift();
    this.#waiting.push(event);
    this.reader?.wake();
  }

  /** The reader gets what still waits, then the end. */
  end(): void {
    this.#finish({ kind: 'end' });
  }

  /** The reader gets the error next; what waits is dropped. */
  fail(error: unknown): void {
    if (!this.#end) this.#waiting = undefined;
    this.#finish({ kind: 'failure', error });
  }

  get outcome(): Outcome<Event> | undefined {
    const [first] = this.#waiting ?? [];
    return first === undefined ? this.#end : { kind: 'item', item: first };
  }

  /** Takes the item that is the outcome now. */
  take(): void {
    this.#waiting?.shift();
    if (this.#waiting?.length === 0) this.#waiting = undefined;
  }

  /** The reader's last word. */
  leave(): void {
    this.reader = undefined;
    this.#waiting = undefined;
    this.#finish({ kind: 'end' });
  }

  #finish(end: Exclude<Outcome<Event>, { readonly kind: 'item' }>): void {
    if (this.#end) return;
    this.#end = end;
    this.reader?.wake();
    this.#source.left(this);
  }
}
