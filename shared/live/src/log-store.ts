import type { LiveEntry } from './live-log.ts';

export type Batch = {
  /** In the order of the log. */
  readonly entries: readonly LiveEntry[];
  /** Some before them may be missing. */
  readonly gap: boolean;
  /** How long the first of them has stood in the log, by its own clock where it has one; 0 for none. */
  readonly lagMs: number;
};

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
