import type { EntityManager } from '@mikro-orm/postgresql';
import { forgetMember, isForgotten } from '@moa/subgraph';
import type { Place } from '../domain/point.ts';
import { project, type RideFact, rideOf } from '../domain/ride-record.ts';
import { blankRidesOf, lockRideRecord, updateRideRecord } from '../persistence/ride-history.ts';

/** Notes what a fact says of a ride. Runs in the transaction that notes the fact as received. */
export async function rememberRide(em: EntityManager, fact: RideFact): Promise<void> {
  // Whether somebody is forgotten is asked before the record is held; who forgets comes to the records last, too.
  const told = await withoutForgotten(em, fact);
  await updateRideRecord(em, project(await lockRideRecord(em, rideOf(told)), told));
}

/** A member deleted their account: where they went is not remembered, nor the car and phone with which they drove others. */
export async function forgetRidesOf(em: EntityManager, memberId: string): Promise<void> {
  await forgetMember(em, memberId);
  await blankRidesOf(em, memberId);
}

const nowhere: Place = { name: '', latitude: 0, longitude: 0 };

/** A fact may come later than the member left. */
async function withoutForgotten(em: EntityManager, fact: RideFact): Promise<RideFact> {
  switch (fact.type) {
    case 'TaxiRequested':
      return (await isForgotten(em, fact.customerId)) ? { ...fact, pickup: nowhere, dropoff: nowhere } : fact;
    case 'TaxiDispatched':
      return (await isForgotten(em, fact.driverId)) ? { ...fact, plate: '', phone: '' } : fact;
    default:
      return fact;
  }
}
