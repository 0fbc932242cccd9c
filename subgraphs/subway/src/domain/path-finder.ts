import type { NodeId } from 'ngraph.graph';
import { aStar } from 'ngraph.path';
import { leastCostBy } from './least-cost.ts';
import type { Network } from './network.ts';
import type { Path, PathCriterion } from './path.ts';
import { createPathGraph, type PathGraph } from './path-graph.ts';
import { pathOfRides } from './path-of-rides.ts';
import type { Ride } from './ride.ts';

export type { Path, PathCriterion, PathLeg, PathTransfer } from './path.ts';

export type PathFinder = {
  /**
   * The best way between two different stations; null when no trains connect them.
   * @throws Error for a station that the network does not have, or twice the same
   */
  find(from: string, to: string, by: PathCriterion): Path | null;
};

/** Finds paths in one state of the network. It takes some milliseconds to make, so that it is kept until the network changes. */
export function createPathFinder(network: Network): PathFinder {
  const graph = createPathGraph(network);
  const searches = {
    DISTANCE: searchBy(graph, 'DISTANCE'),
    DURATION: searchBy(graph, 'DURATION'),
    TRANSFERS: searchBy(graph, 'TRANSFERS'),
  };
  return {
    find(from, to, by) {
      if (from === to) throw new RangeError(`From station ${from} there is no way to itself`);
      const nodes = searches[by].find(graph.entryOf(from), graph.exitOf(to)).toReversed();
      const rides = nodes.flatMap(({ id }, index) => {
        const next = nodes[index + 1];
        return next ? (cheapest(graph, id, next.id, by) ?? []) : [];
      });
      return rides.length > 0 ? pathOfRides(rides, network.lines) : null;
    },
  };
}

/** Looks first where the straight line leads: the lower bound leaves out much of the city, and never the best path. */
function searchBy({ links, stretches }: PathGraph, by: PathCriterion) {
  const leastCost = leastCostBy(by, stretches);
  return aStar(links, {
    oriented: true,
    distance: (_from, _to, { data }) => data.costs[by],
    heuristic: (from, to) => leastCost(from.data, to.data),
  });
}

/** What the search has taken between two nodes: it does not say which of several links. */
function cheapest({ links }: PathGraph, from: NodeId, to: NodeId, by: PathCriterion): Ride | null {
  let found: { readonly ride: Ride | null; readonly cost: number } | undefined;
  for (const { fromId, toId, data } of links.getLinks(from) ?? []) {
    const cost = data.costs[by];
    if (fromId === from && toId === to && (!found || cost < found.cost)) found = { ride: data.ride, cost };
  }
  return found?.ride ?? null;
}
