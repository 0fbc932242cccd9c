import { createReading, type Reading, type Source } from './reading.ts';
import type { Heard } from './seam.ts';

/** A source that is overheard until its turn comes. */
export interface Successor<Item, Answer, From> {
  readonly reading: Reading<Item, From>;
  /** Its turn has come: it was heard for long enough, or will not say anything more. */
  readonly isDue: boolean;
  /** What it has told until now; it isn't overheard any more. */
  stop(): Promise<readonly Heard<Answer>[]>;
  leave(): void;
}

type Options<Item, Answer, From> = {
  readonly from: From;
  readonly complete: (from: From, item: Item) => Promise<Answer>;
  /** Called when it is due, and after each outcome once it isn't overheard any more. */
  readonly onChange: () => void;
};

/** How long two sources are heard, from the first word of the new one. */
const togetherMs = 1_000;
/** By then a new source is joined, if it can be, and has nothing to say. */
const silenceMs = 5_000;
/** Beyond, what it says waits where it comes from. */
const mostHeard = 1_000;

export function overhear<Item, Answer, From extends Source<Item>>({
  from,
  complete,
  onChange,
}: Options<Item, Answer, From>): Successor<Item, Answer, From> {
  const heard: Heard<Answer>[] = [];
  let listening = true;
  let isDue = false;
  let completing: Promise<void> | undefined;

  const becomeDue = (): void => {
    isDue = true;
    onChange();
  };
  let timer = setTimeout(becomeDue, silenceMs);

  const hear = async (item: Item): Promise<void> => {
    try {
      const answer = await complete(from, item);
      heard.push({ answer, text: JSON.stringify(answer) });
      if (listening && heard.length < mostHeard) reading.ask();
    } catch (error) {
      reading.fail(error);
    }
  };
  const onOutcome = (): void => {
    const { outcome } = reading;
    if (!listening) onChange();
    else if (outcome?.kind === 'item') {
      if (!completing) {
        clearTimeout(timer);
        timer = setTimeout(becomeDue, togetherMs);
      }
      reading.take();
      completing = hear(outcome.item);
    } else becomeDue();
  };
  const reading = createReading<Item, From>(from, onOutcome);
  reading.ask();

  return {
    reading,
    get isDue() {
      return isDue;
    },
    async stop() {
      listening = false;
      clearTimeout(timer);
      await completing;
      return heard;
    },
    leave() {
      listening = false;
      clearTimeout(timer);
      reading.leave();
    },
  };
}
