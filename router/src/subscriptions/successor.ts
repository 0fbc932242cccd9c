import type { Reader } from '../subgraphs/event-queue.ts';
import type { Heard } from './seam.ts';
import type { Completer, Source } from './source.ts';

/** How long two sources are heard, from the first word of the new one. */
const togetherMs = 1_000;
/** By then a new source is joined, if it can be, and has nothing to say. */
const silenceMs = 5_000;
/** Beyond, what it says waits where it comes from. */
const mostHeard = 1_000;

/** A source that is overheard until its turn comes. */
export class Successor<Item, Answer, From extends Source<Item>> implements Reader {
  readonly from: From;
  readonly #owner: Completer<Item, Answer, From>;
  readonly #relay: Reader;
  readonly #heard: Heard<Answer>[] = [];
  #timer: NodeJS.Timeout;
  #completing: Promise<void> | undefined;
  #busy = false;
  #listening = true;
  #isDue = false;

  /** @param relay is woken when its turn has come */
  constructor(from: From, owner: Completer<Item, Answer, From>, relay: Reader) {
    this.from = from;
    this.#owner = owner;
    this.#relay = relay;
    this.#timer = setTimeout(() => this.#becomeDue(), silenceMs);
    from.events.reader = this;
    this.wake();
  }

  /** Its turn has come: it was heard for long enough, or will not say anything more. */
  get isDue(): boolean {
    return this.#isDue;
  }

  wake(): void {
    const { outcome } = this.from.events;
    if (!this.#listening || this.#busy || !outcome || this.#heard.length >= mostHeard) return;
    if (outcome.kind !== 'item') {
      this.#becomeDue();
      return;
    }
    if (!this.#completing) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#becomeDue(), togetherMs);
    }
    this.from.events.take();
    this.#completing = this.#hear(outcome.item);
  }

  /** What it has told until now; it isn't overheard any more. */
  async stop(): Promise<readonly Heard<Answer>[]> {
    this.#listening = false;
    clearTimeout(this.#timer);
    await this.#completing;
    return this.#heard;
  }

  leave(): void {
    this.#listening = false;
    clearTimeout(this.#timer);
    this.from.leave();
  }

  async #hear(item: Item): Promise<void> {
    this.#busy = true;
    try {
      const answer = await this.#owner.complete(this.from, item);
      this.#heard.push({ answer, text: JSON.stringify(answer) });
    } catch (error) {
      this.from.events.fail(error);
    } finally {
      this.#busy = false;
    }
    this.wake();
  }

  #becomeDue(): void {
    this.#isDue = true;
    this.#relay.wake();
  }
}
