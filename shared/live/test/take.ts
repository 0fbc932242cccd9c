import type { LiveSignal } from '../src/index.ts';

export const entry = (payload: unknown): LiveSignal => ({ kind: 'entry', payload });
export const resync: LiveSignal = { kind: 'resync' };

/** The next `count` signals; fewer when the log closes. */
export async function take(signals: AsyncIterator<LiveSignal>, count: number): Promise<LiveSignal[]> {
  const taken: LiveSignal[] = [];
  while (taken.length < count) {
    const { done, value } = await signals.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
