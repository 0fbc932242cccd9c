import createGraph, { type Graph } from 'ngraph.graph';
import { type Costs, costsIn } from './costs.ts';
import type { Network } from './network.ts';
import { boardingsIn, type Ride } from './ride.ts';

/** `ride` is null from a train to the street. */
export type PathLink = { readonly ride: Ride | null; readonly costs: Costs };

/**
 * Each station has a node for who enters it, one for who has left it, and one for each line by which one arrives there. All links
 * but those to the street are rides of one section. A transfer is part of the ride after it, so that nobody changes trains twice
 * without going anywhere in between.
 */
export type PathGraph = {
  readonly links: Graph<undefined, PathLink>;
  /** @throws Error for a station that the network does not have */
  readonly entryOf: (stationId: string) => number;
  /** Likewise. */
  readonly exitOf: (stationId: string) => number;
};

export function createPathGraph(network: Network): PathGraph {
  // Several branches of a line may connect the same two stops.
  const links: Graph<undefined, PathLink> = createGraph({ multigraph: true });
  const [entries, exits, arrivals] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  let nodes = 0;
  const addNode = (): number => {
    nodes += 1;
    links.addNode(nodes);
    return nodes;
  };
  for (const stationId of network.stations.keys()) {
    entries.set(stationId, addNode());
    exits.set(stationId, addNode());
  }
  const arrivalBy = (lineId: string, stationId: string): number => {
    const key = `${lineId}\n${stationId}`;
    const known = arrivals.get(key) ?? addNode();
    arrivals.set(key, known);
    return known;
  };

  const boardings = boardingsIn(network);
  const costsOf = costsIn(boardings);
  for (const { ride, afterTransfer } of boardings) {
    const { lineId, from, to } = ride;
    const arrival = arrivalBy(lineId, to);
    const link: PathLink = { ride, costs: costsOf(ride) };
    links.addLink(nodeOf(entries, from), arrival, link);
    links.addLink(arrivalBy(lineId, from), arrival, link);
    for (const changed of afterTransfer) {
      const { fromLineId } = changed.transfer;
      links.addLink(arrivalBy(fromLineId, from), arrival, { ride: changed, costs: costsOf(changed) });
    }
    const exit = nodeOf(exits, to);
    if (!links.hasLink(arrival, exit)) links.addLink(arrival, exit, { ride: null, costs: free });
  }
  return { links, entryOf: (stationId) => nodeOf(entries, stationId), exitOf: (stationId) => nodeOf(exits, stationId) };
}

const free: Costs = { DISTANCE: 0, DURATION: 0, TRANSFERS: 0 };

/** Nodes are numbers: the search looks them up all the time, at half the cost of texts. */
function nodeOf(nodes: ReadonlyMap<string, number>, stationId: string): number {
  const node = nodes.get(stationId);
  if (node === undefined) throw new Error(`The network has no station ${stationId}.`);
  return node;
}
