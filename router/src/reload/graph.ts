import type { Executor } from '../execute/execute.ts';
import type { Planner } from '../plan/planner.ts';
import type { SubgraphClient } from '../subgraphs/client.ts';
import type { Supergraph } from '../supergraph.ts';

/** A supergraph that is served, with what belongs to it alone. An operation runs to its end on the one it began with. */
export interface Graph {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  readonly clients: ReadonlyMap<string, SubgraphClient>;
  readonly executor: Executor;
  /** Keeps the subgraph clients open, those of every newer graph as well, until what it returns is called. */
  use(): () => void;
}

/** A graph as its holder sees it. */
export interface HeldGraph extends Graph {
  /** The graph isn't the newest any more; its clients are left when the last one who uses it is done. */
  retire(successor: Graph): void;
}

/** @param leave leaves the clients */
export function createGraph(parts: Omit<Graph, 'use'>, leave: () => void): HeldGraph {
  let users = 1; // its holder
  let releaseSuccessor = (): void => {};
  const done = (): void => {
    users -= 1;
    if (users > 0) return;
    leave();
    releaseSuccessor();
    releaseSuccessor = () => {};
  };
  const use = (): (() => void) => {
    let using = true;
    users += 1;
    return () => {
      if (using) done();
      using = false;
    };
  };
  return {
    ...parts,
    use,
    retire(successor) {
      // An operation that entered here may be validated, and then run, on a newer one: Apollo Server chooses the moment.
      releaseSuccessor = successor.use();
      done();
    },
  };
}
