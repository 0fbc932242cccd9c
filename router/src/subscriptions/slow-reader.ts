import { limits } from '../limits.ts';
import { EventsOverflow } from '../subgraphs/event-queue.ts';
import type { Listener, Membership } from './shared-subscriptions.ts';

/** The connection on which a client gets its answers. */
export interface Outlet {
  /** Bytes that the network has not taken yet. */
  readonly unread: number;
  /** `taken` is called after this returns: once the network has taken it, or when it never will. */
  write(answer: string, taken?: () => void): void;
}

/** How a subscription's answers come to a client. */
export type Delivery = {
  readonly outlet: Outlet;
  readonly join: (listener: Listener) => Membership;
  /** What the client is told when it reads too slowly. */
  readonly explain: (reason: EventsOverflow) => unknown;
};

/** Past this, answers wait here and not in the connection's own buffer, which has no end. */
const unreadBytes = 64 * 1024;

type Ended = IteratorReturnResult<undefined>;
const ended: Ended = { done: true, value: undefined };

/**
 * Writes a subscription's answers to a client as fast as it reads them. Of one that can't keep up a bounded number wait, or
 * where the newest stands for all before it, that one. What is returned brings nothing by itself: it ends, or fails, once
 * everything is written, and the client leaves by its `return()`.
 */
export const deliver = (delivery: Delivery): AsyncGenerator<never, undefined> => new Delivering(delivery);

/** A class, for there is one for each subscription of a client. */
class Delivering implements Listener, AsyncGenerator<never, undefined> {
  readonly #outlet: Outlet;
  readonly #explain: Delivery['explain'];
  readonly #membership: Membership;
  readonly #over = Promise.withResolvers<Ended>();
  #waiting: string[] | undefined;
  #waitingLength = 0;
  #blocked = false;
  /** How it ends once everything is written; nothing more is taken then. */
  #settle: (() => void) | undefined;

  constructor({ outlet, join, explain }: Delivery) {
    this.#outlet = outlet;
    this.#explain = explain;
    this.#over.promise.catch(() => {}); // a client may have left before anybody asks
    this.#membership = join(this);
  }

  tell(answer: string): void {
    if (this.#settle) return;
    if (!this.#blocked) {
      this.#write(answer);
      return;
    }
    if (this.#membership.latest) this.#drop();
    if (this.#hasRoomFor(answer)) {
      this.#waiting ??= [];
      this.#waiting.push(answer);
      this.#waitingLength += answer.length;
      return;
    }
    this.#drop();
    this.#membership.leave('too slow');
    this.#settle = () => {};
    this.#over.reject(this.#explain(new EventsOverflow('A client does not read.')));
  }

  end(): void {
    this.#finish(() => this.#over.resolve(ended));
  }

  fail(reason: unknown): void {
    this.#finish(() => this.#over.reject(reason));
  }

  next(): Promise<Ended> {
    return this.#over.promise;
  }

  async return(): Promise<Ended> {
    this.#membership.leave();
    this.#drop();
    this.#finish(() => {});
    this.#over.resolve(ended);
    return ended;
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  #write(answer: string): void {
    this.#blocked = this.#outlet.unread >= unreadBytes;
    if (this.#blocked) this.#outlet.write(answer, () => this.#goOn());
    else this.#outlet.write(answer);
  }

  #goOn(): void {
    this.#blocked = false;
    while (!this.#blocked && this.#waiting) this.#writeNext(this.#waiting);
    if (!this.#blocked) this.#settle?.();
  }

  #writeNext(waiting: string[]): void {
    const answer = waiting.shift() ?? '';
    if (waiting.length === 0) this.#waiting = undefined;
    this.#waitingLength -= answer.length;
    this.#write(answer);
  }

  #hasRoomFor({ length }: string): boolean {
    const { length: count } = this.#waiting ?? [];
    if (count === 0) return true;
    return count < limits.eventsWaiting && this.#waitingLength + length <= limits.eventsWaitingLength;
  }

  #drop(): void {
    this.#waiting = undefined;
    this.#waitingLength = 0;
  }

  #finish(outcome: () => void): void {
    this.#settle ??= outcome;
    if (!this.#blocked) this.#settle();
  }
}
