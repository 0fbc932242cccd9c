import { setImmediate as immediate } from 'node:timers/promises';
import { EventsOverflow, type Outcome, type Reader } from '../subgraphs/event-queue.ts';
import { type Seam, seamOf } from './seam.ts';
import type { Completer, Source } from './source.ts';
import { Successor } from './successor.ts';

/** For whom a relay works. */
export interface RelayOwner<Item, Answer, From> extends Completer<Item, Answer, From> {
  /** The next answer; another comes once this is taken. */
  next(answer: Answer): Promise<void> | undefined;
  /** Nothing comes any more. None of the three is called of a relay that was left. */
  end(): void;
  fail(error: unknown): void;
  /** The sources have been left, for whichever reason. */
  over(): void;
}

/**
 * One sequence of answers out of several sources, of which each takes over from the one before. It does something only when there
 * is something to do: thousands of subscriptions are silent at the same time, and what waits on promises takes memory.
 */
export class Relay<Item, Answer, From extends Source<Item>> implements Reader {
  readonly #owner: RelayOwner<Item, Answer, From>;
  #current: From;
  #successor: Successor<Item, Answer, From> | undefined;
  /** What was told since there is a successor, and what is to be said where it takes over. */
  #seam: (Seam<Answer> & { readonly told: string[] }) | undefined;
  #failure: { readonly error: unknown } | undefined;
  #working = false;
  #over = false;

  constructor(first: From, owner: RelayOwner<Item, Answer, From>) {
    this.#current = first;
    this.#owner = owner;
  }

  /** Before that, nothing is told. */
  start(): void {
    this.#current.events.reader = this;
    this.wake();
  }

  wake(): void {
    if (!this.#working && this.#hasWork) void this.#work();
  }

  /**
   * Goes over to `successor`: for a moment both are heard, since nobody knows from when on the new one tells everything, nor how
   * far the old one lags behind; what both tell is told once. The end of the old one is the end of all.
   */
  handOver(from: From): void {
    this.#successor?.leave();
    this.#successor = undefined;
    if (this.#over || this.#failure) {
      from.leave();
      return;
    }
    this.#successor = new Successor(from, this.#owner, this);
    this.#seam ??= { told: [], news: [], repeats: [] };
  }

  /** Nothing takes over from it at this moment. */
  get hasOneSource(): boolean {
    return !this.#successor;
  }

  /** Goes on with one that begins right after what was taken from the present one, which isn't heard any more. */
  replace(from: From): void {
    if (this.#over || this.#failure) {
      from.leave();
      return;
    }
    this.#current.leave();
    this.#current = from;
    from.events.reader = this;
    this.wake();
  }

  /** Ends with this error, after everything that the source has brought until now. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    this.#successor?.leave();
    this.#successor = undefined;
    this.wake();
  }

  leave(): void {
    if (this.#over) return;
    this.#over = true;
    this.#successor?.leave();
    this.#current.leave();
    this.#owner.over();
  }

  get #hasWork(): boolean {
    if (this.#over) return false;
    return Boolean(
      this.#current.events.outcome || this.#failure || this.#successor?.isDue || (this.#seam?.news.length ?? 0) > 0,
    );
  }

  async #work(): Promise<void> {
    this.#working = true;
    try {
      while (this.#hasWork) {
        const answer = this.#seam?.news.shift() ?? (await this.#nextAnswer());
        if (answer === undefined || this.#over || this.#wasToldBefore(answer)) continue;
        const taken = this.#owner.next(answer);
        if (taken) await taken;
      }
    } catch (error) {
      this.#failWith(error);
    } finally {
      this.#working = false;
    }
  }

  async #nextAnswer(): Promise<Answer | undefined> {
    if (!this.#current.events.outcome) await immediate(); // for what has arrived before
    if (this.#over) return undefined;
    const { events } = this.#current;
    const { outcome } = events;
    if (outcome?.kind === 'item') {
      events.take();
      return this.#owner.complete(this.#current, outcome.item);
    }
    if (outcome?.kind === 'end') {
      this.leave();
      this.#owner.end();
    } else if (this.#failure) this.#failWith(this.#failure.error);
    else if (outcome && (!this.#successor || isOverflow(outcome))) this.#failWith(outcome.error);
    else if (this.#successor && (outcome || this.#successor.isDue)) await this.#goOver(this.#successor);
    return undefined;
  }

  async #goOver(to: Successor<Item, Answer, From>): Promise<void> {
    const heard = await to.stop();
    if (this.#over || this.#successor !== to) return;
    this.#current.leave();
    this.#current = to.from;
    this.#current.events.reader = this;
    this.#successor = undefined;
    this.#seam = { ...seamOf(this.#seam?.told ?? [], heard), told: [] };
  }

  #wasToldBefore(answer: Answer): boolean {
    const seam = this.#seam;
    if (!seam) return false;
    const text = JSON.stringify(answer);
    const isRepeat = seam.repeats.shift() === text;
    if (!isRepeat) seam.repeats.length = 0;
    if (!isRepeat && this.#successor) seam.told.push(text);
    const isClosed = !this.#successor && seam.repeats.length === 0 && seam.news.length === 0;
    if (isClosed) this.#seam = undefined;
    return isRepeat;
  }

  #failWith(error: unknown): void {
    if (this.#over) return;
    this.leave();
    this.#owner.fail(error);
  }
}

/** The client reads too slowly; it would lose events. */
const isOverflow = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'failure' && outcome.error instanceof EventsOverflow;
