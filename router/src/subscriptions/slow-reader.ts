import { limits } from '../limits.ts';
import { EventsOverflow } from '../subgraphs/event-queue.ts';
import type { Listener, Membership } from './shared-subscriptions.ts';

/** The connection on which a client gets its answers. */
export interface Outlet {
  /** Bytes that the network has not taken yet. */
  readonly unread: number;
  /** `taken` is called once the network has taken it, or when it never will. */
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

const ended: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * Writes a subscription's answers to a client as fast as it reads them. Of one that can't keep up a bounded number wait, or
 * where the newest stands for all before it, that one. What is returned brings nothing by itself: it ends, or fails, once
 * everything is written, and the client leaves by its `return()`.
 */
export function deliver({ outlet, join, explain }: Delivery): AsyncGenerator<never, undefined> {
  const waiting: string[] = [];
  let waitingLength = 0;
  let blocked = false;
  let settle: (() => void) | undefined;
  const over = Promise.withResolvers<IteratorReturnResult<undefined>>();
  over.promise.catch(() => {}); // a client may have left before anybody asks

  const write = (answer: string): void => {
    blocked = outlet.unread >= unreadBytes;
    if (blocked) outlet.write(answer, goOn);
    else outlet.write(answer);
  };
  const goOn = (): void => {
    blocked = false;
    while (!blocked && waiting.length > 0) writeNext();
    if (!blocked) settle?.();
  };
  const writeNext = (): void => {
    const answer = waiting.shift() ?? '';
    waitingLength -= answer.length;
    write(answer);
  };
  const drop = (): void => {
    waiting.length = 0;
    waitingLength = 0;
  };
  const finish = (outcome: () => void): void => {
    settle ??= outcome;
    if (!blocked) settle();
  };
  const hasRoomFor = (answer: string): boolean =>
    waiting.length === 0 ||
    (waiting.length < limits.eventsWaiting && waitingLength + answer.length <= limits.eventsWaitingLength);

  const { leave, latest } = join({
    next(answer) {
      if (settle) return;
      if (!blocked) return write(answer);
      if (latest) drop();
      if (hasRoomFor(answer)) {
        waiting.push(answer);
        waitingLength += answer.length;
        return;
      }
      drop();
      leave('too slow');
      settle = () => {};
      over.reject(explain(new EventsOverflow('A client does not read.')));
    },
    end: () => finish(() => over.resolve(ended)),
    fail: (reason) => finish(() => over.reject(reason)),
  });
  const depart = async (): Promise<IteratorReturnResult<undefined>> => {
    leave();
    drop();
    finish(() => {});
    over.resolve(ended);
    return ended;
  };
  return {
    next: () => over.promise,
    return: depart,
    async throw(error) {
      await depart();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await depart();
    },
  };
}
