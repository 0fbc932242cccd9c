import { createHook } from 'node:async_hooks';

/** Counts the Argon2 work that Node itself takes on, from the first call of `start` on. */
export function countArgon2() {
  const running = new Set<number>();
  let total = 0;
  let most = 0;
  const hook = createHook({
    init(id, type) {
      if (type !== 'ARGON2REQUEST') return;
      total += 1;
      running.add(id);
      most = Math.max(most, running.size);
    },
    // The callback's turn: the work itself is done.
    before: (id) => void running.delete(id),
  }).enable();
  return {
    /** How many there were since, and how many at once at most. */
    stop: () => {
      hook.disable();
      return { total, most };
    },
  };
}
