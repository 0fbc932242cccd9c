import type { EventQueue } from '../subgraphs/event-queue.ts';

/** Brings items, until it is left. */
export interface Source<Item> {
  readonly events: EventQueue<Item>;
  /** It isn't read any more. Called once. */
  leave(): void;
}

export interface Completer<Item, Answer, From> {
  /** Makes an item into an answer; of one source one after the other. */
  complete(from: From, item: Item): Promise<Answer>;
}
