/** Where answers are kept, and the version of each subgraph that they were fetched at. */
export interface CacheStore {
  /** What is kept under the key, with the state of its subgraphs at this very moment. */
  read(key: string, subgraphs: readonly string[]): Promise<Reading>;
  write(key: string, entry: string, maxAgeSeconds: number): Promise<void>;
  /** Gives each subgraph a new version; what was kept at the old one is not given out again. */
  clear(subgraphs: readonly string[]): Promise<void>;
  /** As `clear`; besides, nothing of them is kept or given out for a while. */
  suspend(subgraphs: readonly string[], seconds: number): Promise<void>;
  close(): void;
}

export type Reading = {
  readonly entry: string | undefined;
  /** One text for the versions of all the subgraphs; undefined while one of them is suspended. */
  readonly versions: string | undefined;
};

const mostCharacters = 32 * 1024 * 1024;

/** What one router keeps at the most, in entries and characters; those that nobody asked for the longest go first. */
export const entryLimits = { max: 50_000, maxSize: mostCharacters, maxEntrySize: mostCharacters / 8 } as const;
