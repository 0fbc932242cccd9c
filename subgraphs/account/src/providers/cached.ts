/** Loads at the first call and again after `freshMs`. Callers meanwhile share one load; a failed one is forgotten. */
export function cached<Value>(load: () => Promise<Value>, freshMs: number): () => Promise<Value> {
  let held: { readonly value: Promise<Value>; readonly since: number } | undefined;
  return () => {
    if (held && performance.now() - held.since < freshMs) return held.value;
    const mine = { value: load(), since: performance.now() };
    held = mine;
    mine.value.catch(() => {
      if (held === mine) held = undefined;
    });
    return mine.value;
  };
}
