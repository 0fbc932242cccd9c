import type { Trace } from '@moa/telemetry';

/** What is appended: `payload` is JSON, for the subscribers of `channel`. */
export type LiveEntry = {
  readonly channel: string;
  readonly payload: unknown;
  /** What it belongs to; to the work in hand when left out. */
  readonly trace?: Trace;
};

/** `resync`: entries may have been missed (the log restarted or lost its tail): read the present state again. */
export type LiveSignal =
  | { readonly kind: 'entry'; readonly payload: unknown; readonly trace?: Trace }
  | { readonly kind: 'resync' };

/** News for whoever is subscribed right now, across processes. */
export interface LiveLog {
  /** Appends all or none, in order, in one round trip. Rejects within seconds when the log can't be reached. */
  append(entries: readonly LiveEntry[]): Promise<void>;
  /**
   * Resolves once everything appended from now on will be delivered, in the order of the log; what was
   * appended a moment before may come too. Ends when `return()` is called or the log closes. One who reads too slowly loses what piled up and gets one `resync` for it.
   */
  subscribe(channel: string): Promise<AsyncIterableIterator<LiveSignal>>;
  /** Ends every subscription, then the connections. */
  close(): Promise<void>;
}
