import type { LiveLog, LiveSignal } from '@moa/live';
import { endedWith } from '@moa/subgraph';

/** One of a row of things that are counted without gaps. */
export type Numbered = { readonly number: number };

export type ReplayOptions<Item extends Numbered> = {
  readonly live: LiveLog;
  readonly channel: string;
  /** The number of the last one that the reader knows. */
  readonly begin: () => Promise<number>;
  /** Those after a number, the first of them first, `limit` at most. */
  readonly readAfter: (number: number, limit: number) => Promise<readonly Item[]>;
};

/** Rows held in memory at a time for one reader. */
const pageSize = 100;

/**
 * Everything after what the reader knows, then each new one: in order, none left out and none twice. The log is subscribed to
 * before anything is read, so that nothing falls between. Whatever the log skips, having lost it or said `resync`, is read from
 * the table; whatever it says again is passed over.
 */
export async function replay<Item extends Numbered>(
  options: ReplayOptions<Item>,
): Promise<AsyncIterableIterator<Item, undefined>> {
  const signals = await options.live.subscribe(options.channel);
  const last = await options.begin().catch(async (error: unknown) => {
    await signals.return?.();
    throw error;
  });
  return endedWith(signals, itemsOf(signals, last, options));
}

async function* itemsOf<Item extends Numbered>(
  signals: AsyncIterableIterator<LiveSignal>,
  begin: number,
  { readAfter }: ReplayOptions<Item>,
): AsyncGenerator<Item, undefined> {
  let last = begin;
  async function* missed(): AsyncGenerator<Item, undefined> {
    let page: readonly Item[];
    do {
      page = await readAfter(last, pageSize);
      for (const item of page) {
        last = item.number;
        yield item;
      }
    } while (page.length === pageSize);
  }
  try {
    yield* missed();
    for await (const signal of signals) {
      if (signal.kind === 'entry') {
        const item = signal.payload as Item; // the outbox of this very subgraph wrote it
        if (item.number <= last) continue;
        if (item.number === last + 1) {
          last = item.number;
          yield item;
          continue;
        }
      }
      yield* missed();
    }
  } finally {
    await signals.return?.(); // also when the first read failed, before the loop that would have done it
  }
}
