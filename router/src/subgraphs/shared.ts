/** A thing that several use; the last of them to leave closes it. */
export type Share<Thing> = { readonly thing: Thing; release(): void };

export interface Shared<Thing> {
  /** The one of this key, opened if there is none. */
  acquire(key: string, open: () => Thing): Share<Thing>;
  /** Closes all of them, used or not. */
  close(): Promise<void>;
}

/** @param close may fail; nobody is left whom it would concern */
export function createShared<Thing>(close: (thing: Thing) => Promise<void>): Shared<Thing> {
  const open = new Map<string, { readonly thing: Thing; users: number }>();
  const closing = new Set<Promise<void>>();
  const end = (thing: Thing): void => {
    const ended: Promise<void> = close(thing)
      .catch(() => {})
      .finally(() => closing.delete(ended));
    closing.add(ended);
  };
  return {
    acquire(key, openOne) {
      const entry = open.get(key) ?? { thing: openOne(), users: 0 };
      open.set(key, entry);
      entry.users += 1;
      let using = true;
      return {
        thing: entry.thing,
        release() {
          if (using) entry.users -= 1;
          using = false;
          if (entry.users > 0 || open.get(key) !== entry) return;
          open.delete(key);
          end(entry.thing);
        },
      };
    },
    async close() {
      for (const { thing } of open.values()) end(thing);
      open.clear();
      await Promise.all(closing);
    },
  };
}
