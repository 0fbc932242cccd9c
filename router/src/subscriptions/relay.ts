import { setImmediate as immediate } from 'node:timers/promises';
import { EventsOverflow } from '../subgraphs/event-queue.ts';
import { createReading, type Outcome, type Reading, type Source } from './reading.ts';
import { seamOf } from './seam.ts';
import { overhear, type Successor } from './successor.ts';

/** One sequence of answers out of several sources, of which each takes over from the one before. */
export interface Relay<Answer, From> extends AsyncIterableIterator<Answer> {
  /**
   * Goes over to `successor`: for a moment both are heard, since nobody knows from when on the new one tells everything, nor how
   * far the old one lags behind; what both tell is told once. The end of the old one is the end of all.
   */
  handOver(successor: From): void;
  /** Ends with this error, after everything that the source has brought until now. */
  fail(error: unknown): void;
}

type Options<Item, Answer, From> = {
  readonly first: From;
  /** Makes an item into an answer; of one source one after the other. */
  readonly complete: (from: From, item: Item) => Promise<Answer>;
  /** Called once, when nothing comes any more and the sources have been left. */
  readonly onEnd: () => void;
};

export function createRelay<Item, Answer, From extends Source<Item>>({
  first,
  complete,
  onEnd,
}: Options<Item, Answer, From>): Relay<Answer, From> {
  let wake = (): void => {};
  const onChange = (): void => wake();
  let current: Reading<Item, From> = createReading(first, onChange);
  let successor: Successor<Item, Answer, From> | undefined;
  /** Texts of what was told since there is a successor. */
  let told: string[] = [];
  /** What a successor has told before its turn, and what it may tell again. */
  let news: Answer[] = [];
  let repeats: string[] = [];
  let failure: { readonly error: unknown } | undefined;
  let over = false;

  const finish = (): void => {
    if (over) return;
    over = true;
    successor?.leave();
    current.leave();
    onEnd();
  };
  const goOver = async (to: Successor<Item, Answer, From>): Promise<void> => {
    const heard = await to.stop();
    if (over || successor !== to) return;
    current.leave();
    current = to.reading;
    successor = undefined;
    ({ news, repeats } = seamOf(told, heard));
    told = [];
  };
  /** Of the present source; nothing when it isn't waited for any longer. */
  const nextOutcome = async (): Promise<Outcome<Item> | undefined> => {
    for (;;) {
      current.ask();
      if (current.outcome || over) return current.outcome;
      if (failure || successor?.isDue) {
        await immediate(); // for what has arrived before
        return current.outcome;
      }
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const nextAnswer = async (): Promise<Answer | undefined> => {
    const newest = news.shift();
    if (newest !== undefined) return newest;
    const outcome = await nextOutcome();
    if (over) return undefined;
    if (outcome?.kind === 'item') {
      current.take();
      return complete(current.from, outcome.item);
    }
    if (outcome?.kind === 'end') finish();
    else if (failure || (outcome && (!successor || isOverflow(outcome)))) {
      finish();
      throw failure ? failure.error : outcome?.error;
    } else if (successor && (outcome || successor.isDue)) await goOver(successor);
    return undefined;
  };
  const wasToldBefore = (answer: Answer): boolean => {
    if (!successor && repeats.length === 0) return false;
    const text = JSON.stringify(answer);
    const isRepeat = repeats.shift() === text;
    if (!isRepeat) repeats = [];
    if (!isRepeat && successor) told.push(text);
    return isRepeat;
  };

  return {
    async next() {
      while (!over) {
        const value = await nextAnswer();
        if (value !== undefined && !wasToldBefore(value)) return { done: false, value };
      }
      return { done: true, value: undefined };
    },
    async return() {
      finish();
      wake();
      return { done: true, value: undefined };
    },
    handOver(from) {
      successor?.leave();
      successor = overhear({ from, complete, onChange });
      if (!over && !failure) return;
      successor.leave();
      successor = undefined;
    },
    fail(error) {
      failure ??= { error };
      successor?.leave();
      successor = undefined;
      wake();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The client reads too slowly; it would lose events. */
const isOverflow = (outcome: Outcome<unknown> | undefined): boolean =>
  outcome?.kind === 'failure' && outcome.error instanceof EventsOverflow;
