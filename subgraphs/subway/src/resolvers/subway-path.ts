import { won } from '@moa/money';
import { graphError } from '@moa/subgraph';
import { type Passenger, passengerOf, passengers } from '../domain/fare.ts';
import type { Line } from '../domain/line.ts';
import { fareOfRoute } from '../network/route.ts';
import type { NetworkView } from '../network/view.ts';
import type {
  SubwayFareResolvers,
  SubwayLegResolvers,
  SubwayPathResolvers,
  SubwayTransferResolvers,
} from './schema.gen.ts';
import { stationAt, stationsAt } from './station.ts';

export const SubwayPath: SubwayPathResolvers = {
  stations: async ({ stops }, _arguments, { network }) => stationsAt(await network.view(), stops),
  transferCount: ({ transfers }) => transfers.length,
  fare: async (route, { age }, { network }) => fareOfRoute(await network.view(), route, passengerAged(age)),
  fares: async (route, _arguments, { network }) => {
    const view = await network.view();
    return passengers.map((passenger) => fareOfRoute(view, route, passenger));
  },
};

/** @throws BAD_USER_INPUT for an age that nobody has */
function passengerAged(age: number | null | undefined): Passenger {
  if (age == null) return 'ADULT';
  if (age >= 0 && age <= 150) return passengerOf(age);
  throw graphError('BAD_USER_INPUT', `나이는 0세부터 150세까지입니다. \`age\` must be 0 to 150 years, not ${age}.`);
}

export const SubwayLeg: SubwayLegResolvers = {
  line: async ({ lineId }, _arguments, { network }) => lineAt(await network.view(), lineId),
  stations: async ({ stops }, _arguments, { network }) => stationsAt(await network.view(), stops),
};

export const SubwayTransfer: SubwayTransferResolvers = {
  station: async ({ stationId }, _arguments, { network }) => stationAt(await network.view(), stationId),
  fromLine: async ({ fromLineId }, _arguments, { network }) => lineAt(await network.view(), fromLineId),
  toLine: async ({ toLineId }, _arguments, { network }) => lineAt(await network.view(), toLineId),
};

export const SubwayFare: SubwayFareResolvers = {
  card: ({ card }) => won(card),
  single: ({ single }) => won(single),
};

/** One that a path of the same view rides. */
function lineAt({ network }: NetworkView, id: string): Line {
  const line = network.lines.get(id);
  if (!line) throw new Error(`The network has no line ${id}, which a path rides.`);
  return line;
}
