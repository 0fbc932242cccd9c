import type { LiveLog, LiveSignal } from '@moa/live';
import { endedWith } from '@moa/subgraph';
import { type PositionsEnd, type PositionView, positionView } from '../domain/position.ts';
import type { DriverMap } from './driver-map.ts';

export type FollowCarOptions = {
  readonly live: LiveLog;
  readonly map: DriverMap;
  readonly channel: string;
  /**
   * Whose car it is, if a driver was found by now. Null when there is nothing to follow any more, or nothing that this viewer
   * may follow.
   */
  readonly read: () => Promise<{ readonly driverId: string | null } | null>;
};

/** Where the car was last, then each position in the order of time, until the ride is over. */
export async function followCar(options: FollowCarOptions): Promise<AsyncIterableIterator<PositionView, undefined>> {
  const signals = await options.live.subscribe(options.channel);
  return endedWith(signals, positionsFrom(signals, options));
}

async function* positionsFrom(
  signals: AsyncIterableIterator<LiveSignal>,
  options: FollowCarOptions,
): AsyncGenerator<PositionView, undefined> {
  try {
    let seen = 0;
    for await (const news of withPresent(signals, options)) {
      if (news === null) continue;
      if ('ended' in news) return;
      if (news.revision <= seen) continue;
      seen = news.revision;
      yield news;
    }
  } finally {
    await signals.return?.(); // also when the first read failed, before the loop that would have done it
  }
}

/** The present first, and again whenever the log may have lost something. */
async function* withPresent(
  signals: AsyncIterableIterator<LiveSignal>,
  options: FollowCarOptions,
): AsyncGenerator<PositionView | PositionsEnd | null> {
  yield present(options);
  for await (const signal of signals) {
    // Written by `reportPosition`, or by the outbox when the booking ended.
    yield signal.kind === 'entry' ? (signal.payload as PositionView | PositionsEnd) : present(options);
  }
}

/** Null when nobody knows; the next report will show where the car is. */
async function present({ read, map }: FollowCarOptions): Promise<PositionView | PositionsEnd | null> {
  const booking = await read();
  if (!booking) return { ended: true };
  if (booking.driverId === null) return null;
  const positions = await map.positionsOf([booking.driverId]).catch(() => null);
  const position = positions?.get(booking.driverId);
  return position ? positionView(position) : null;
}
