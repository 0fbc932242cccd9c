import { WonScalar } from '@moa/money';
import { DateTimeScalar } from '@moa/subgraph';
import { Driver } from './driver.ts';
import { Member } from './member.ts';
import { Mutation } from './mutation.ts';
import { Query } from './query.ts';
import { RideHistoryEntry } from './ride-history.ts';
import type { Resolvers } from './schema.gen.ts';
import { Subscription } from './subscription.ts';
import { TaxiBooking } from './taxi-booking.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Subscription,
  TaxiBooking,
  Driver,
  RideHistoryEntry,
  Member,
  DateTime: DateTimeScalar,
  Won: WonScalar,
};
