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
export type PathGraph = Graph<undefined, PathLink>;

export const entryOf = (stationId: string): string => `in\n${stationId}`;
export const exitOf = (stationId: string): string => `out\n${stationId}`;
const arrivalBy = (lineId: string, stationId: string): string => `by\n${lineId}\n${stationId}`;

export function createPathGraph(network: Network): PathGraph {
  // Several branches of a line may connect the same two stops.
  const graph: PathGraph = createGraph({ multigraph: true });
  for (const stationId of network.stations.keys()) {
    graph.addNode(entryOf(stationId));
    graph.addNode(exitOf(stationId));
  }
  const boardings = boardingsIn(network);
  const costsOf = costsIn(boardings);
  for (const { ride, afterTransfer } of boardings) {
    const { lineId, from, to } = ride;
    const arrival = arrivalBy(lineId, to);
    const link: PathLink = { ride, costs: costsOf(ride) };
    graph.addLink(entryOf(from), arrival, link);
    graph.addLink(arrivalBy(lineId, from), arrival, link);
    for (const changed of afterTransfer) {
      const { fromLineId } = changed.transfer;
      graph.addLink(arrivalBy(fromLineId, from), arrival, { ride: changed, costs: costsOf(changed) });
    }
    if (!graph.hasLink(arrival, exitOf(to))) graph.addLink(arrival, exitOf(to), { ride: null, costs: free });
  }
  return graph;
}

const free: Costs = { DISTANCE: 0, DURATION: 0, TRANSFERS: 0 };
