import type { EntityManager } from '@mikro-orm/postgresql';
import { forgetMember as remember } from '@moa/subgraph';
import { forgotten } from '../domain/drive.ts';
import { lockDriver } from '../persistence/drivers.ts';
import { blankCarsOf, blankPlacesOf } from '../persistence/forgotten-rides.ts';
import { moveDriver } from './move-driver.ts';
import { takeOffline } from './take-offline.ts';

/**
 * A member deleted their account. Of rides that have ended, the places of the customer and the car of the driver go; one that
 * is under way keeps them until it ends: see save.ts. A driver takes no more rides. Runs in the transaction that notes the
 * fact as received, and is done again where a driver was offered a ride at this very moment.
 */
export async function forgetMember(em: EntityManager, memberId: string, now: () => Date): Promise<void> {
  await takeOffline(em, memberId, now);
  await remember(em, memberId);
  const driver = await lockDriver(em, memberId);
  if (driver) await moveDriver(em, driver, forgotten(driver));
  await blankPlacesOf(em, memberId);
  await blankCarsOf(em, memberId);
}
