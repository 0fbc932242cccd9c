import { WonScalar } from '@moa/money';
import { DateTimeScalar } from '@moa/subgraph';
import { FavoritePath } from './favorite-path.ts';
import { SubwayBranch, SubwayLine, SubwaySection } from './line.ts';
import { Member } from './member.ts';
import { Mutation } from './mutation.ts';
import { ItineraryStop, TaxiPlace } from './place.ts';
import { Query } from './query.ts';
import type { Resolvers } from './schema.gen.ts';
import { Station } from './station.ts';
import { SubwayFare, SubwayLeg, SubwayPath, SubwayTransfer } from './subway-path.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Station,
  SubwayLine,
  SubwayBranch,
  SubwaySection,
  SubwayPath,
  SubwayLeg,
  SubwayTransfer,
  SubwayFare,
  ItineraryStop,
  TaxiPlace,
  Member,
  FavoritePath,
  DateTime: DateTimeScalar,
  Won: WonScalar,
};
