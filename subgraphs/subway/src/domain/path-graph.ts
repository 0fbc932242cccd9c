import createGraph, { type Graph } from 'ngraph.graph';
import { type Costs, costsIn } from './costs.ts';
import { type Spot, type Stretch, spotsAround } from './least-cost.ts';
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
  readonly links: Graph<Spot, PathLink>;
  /** Every ride without a transfer before it; one more costs more. */
  readonly stretches: readonly Stretch[];
  /** @throws Error for a station that the network does not have */
  readonly entryOf: (stationId: string) => number;
  /** Likewise. */
  readonly exitOf: (stationId: string) => number;
};

export function createPathGraph(network: Network): PathGraph {
  // Several branches of a line may connect the same two stops.
  const links: Graph<Spot, PathLink> = createGraph({ multigraph: true });
  const [entries, exits, arrivals] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const spots = spotsOf(network);
  let nodes = 0;
  const addNode = (stationId: string): number => {
    nodes += 1;
    links.addNode(nodes, known(spots, stationId));
    return nodes;
  };
  for (const stationId of network.stations.keys()) {
    entries.set(stationId, addNode(stationId));
    exits.set(stationId, addNode(stationId));
  }
  const arrivalBy = (lineId: string, stationId: string): number => {
    const key = `${lineId}\n${stationId}`;
    const arrival = arrivals.get(key) ?? addNode(stationId);
    arrivals.set(key, arrival);
    return arrival;
  };

  const stretches: Stretch[] = [];
  const boardings = boardingsIn(network);
  const costsOf = costsIn(boardings);
  for (const { ride, afterTransfer } of boardings) {
    const { lineId, from, to } = ride;
    const arrival = arrivalBy(lineId, to);
    const link: PathLink = { ride, costs: costsOf(ride) };
    stretches.push({ from: known(spots, from), to: known(spots, to), costs: link.costs });
    links.addLink(known(entries, from), arrival, link);
    links.addLink(arrivalBy(lineId, from), arrival, link);
    for (const changed of afterTransfer) {
      const { fromLineId } = changed.transfer;
      links.addLink(arrivalBy(fromLineId, from), arrival, { ride: changed, costs: costsOf(changed) });
    }
    const exit = known(exits, to);
    if (!links.hasLink(arrival, exit)) links.addLink(arrival, exit, { ride: null, costs: free });
  }
  const entryOf = (stationId: string): number => known(entries, stationId);
  return { links, stretches, entryOf, exitOf: (stationId) => known(exits, stationId) };
}

function spotsOf({ stations }: Network): ReadonlyMap<string, Spot> {
  const all = [...stations.values()];
  const middle = all.reduce((sum, { latitude }) => sum + latitude, 0) / Math.max(1, all.length);
  const spotOf = spotsAround(middle);
  return new Map(all.map((station) => [station.id, spotOf(station)]));
}

const free: Costs = { DISTANCE: 0, DURATION: 0, TRANSFERS: 0 };

/** Of nodes, which are numbers: the search looks them up all the time, at half the cost of texts. Or of spots. */
function known<Value>(byStation: ReadonlyMap<string, Value>, stationId: string): Value {
  const value = byStation.get(stationId);
  if (value === undefined) throw new Error(`The network has no station ${stationId}.`);
  return value;
}
