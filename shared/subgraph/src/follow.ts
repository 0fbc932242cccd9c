import type { LiveLog, LiveSignal } from '@moa/live';
import { endedWith } from './ended-with.ts';

/** Something with a state that people watch. `revision` grows with every change. */
export type Watched = { readonly revision: number };

export type FollowOptions<State extends Watched> = {
  readonly live: LiveLog;
  readonly channel: string;
  /** The present state; null when there is none that this viewer may see. */
  readonly read: () => Promise<State | null>;
  /** Asked again at each delivery: what was allowed a minute ago may not be any more. */
  readonly maySee: (state: State) => boolean;
};

/**
 * The present state first, then each change, in order and none twice. The log is subscribed to before the row is read, so
 * that nothing falls between. When the log may have lost something, the row is read again.
 */
export async function follow<State extends Watched>(
  options: FollowOptions<State>,
): Promise<AsyncIterableIterator<State, undefined>> {
  const signals = await options.live.subscribe(options.channel);
  return endedWith(signals, statesOf(signals, options));
}

async function* statesOf<State extends Watched>(
  signals: AsyncIterableIterator<LiveSignal>,
  { read, maySee }: FollowOptions<State>,
): AsyncGenerator<State, undefined> {
  try {
    let seen = 0;
    const present = await read();
    if (present) {
      seen = present.revision;
      yield present;
    }
    for await (const signal of signals) {
      // The outbox of this very subgraph wrote the payload.
      const state = signal.kind === 'entry' ? (signal.payload as State) : await read();
      if (!state || state.revision <= seen) continue;
      if (!maySee(state)) return;
      seen = state.revision;
      yield state;
    }
  } finally {
    await signals.return?.(); // also when the first read failed, before the loop that would have done it
  }
}
