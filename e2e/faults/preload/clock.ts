import { registerHooks } from 'node:module';

/** Where a subgraph gets its clock when nobody gives it one. */
export const clockText = 'clock = () => new Date()';
const openFile = /\/subgraphs\/([a-z]+)\/src\/open\.ts$/;

type Clocks = { readonly [subgraph: string]: () => Date };

const ahead = new Map<string, number>();

/** Milliseconds; behind when negative. */
export function moveClock(subgraph: string, aheadMs: number): void {
  ahead.set(subgraph, aheadMs);
}

/**
 * From now on the subgraphs that are loaded read clocks that can be moved, each its own. Only the clock that the domain is
 * given moves: the queues and tokens go by the machine's, which NTP keeps.
 */
export function showMovedClock(): void {
  const clocks: Clocks = new Proxy(
    {},
    { get: (_, name) => () => new Date(Date.now() + (ahead.get(String(name)) ?? 0)) },
  );
  Object.assign(globalThis, { movedClocks: clocks });
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const [, subgraph] = openFile.exec(url) ?? [];
      if (subgraph === undefined) return loaded;
      const source = String(loaded.source).replace(clockText, `clock = globalThis.movedClocks.${subgraph}`);
      return { ...loaded, source };
    },
  });
}
