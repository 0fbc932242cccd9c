import type { LiveEntry } from './live-log.ts';

/** Entries in the order of the log. `gap`: some before them may be missing. */
export type Batch = { readonly entries: readonly LiveEntry[]; readonly gap: boolean };

/** A reader on a connection of its own. */
export interface LogReader {
  /** The id of the last entry read, or of the entry it began after. */
  readonly cursor: string;
  /** Waits for what comes next; may come back empty. Rejects when the connection is lost, and once closed. */
  next(): Promise<Batch>;
  close(): Promise<void>;
}

/** The log as Redis or PostgreSQL keeps it. */
export interface LogStore {
  append(entries: readonly LiveEntry[]): Promise<void>;
  /**
   * A reader that goes on after `cursor`: from the end of the log when there is none, or when the log ends before it,
   * having been lost or reset.
   */
  read(cursor: string | undefined): Promise<LogReader>;
  close(): Promise<void>;
}
