import type { EntityManager } from '@mikro-orm/postgresql';
import { type Message, send } from '@moa/outbox';
import { isForgotten } from '@moa/subgraph';
import { forgotten } from '../domain/drive.ts';
import type { Driver } from '../domain/driver.ts';
import { updateDriver } from '../persistence/drivers.ts';

/** What every change of a driver's row leaves for afterwards: the map hears of it. */
export const placeDriverJob = (driverId: string): Message => ({ kind: 'job', name: 'placeDriver', data: { driverId } });

/** Stores what became of a locked driver, and tells the map: both or neither. Without a change, nothing. */
export async function moveDriver(em: EntityManager, before: Driver, after: Driver): Promise<Driver> {
  if (after === before) return before;
  const moved = before.state === 'BOOKED' && after.state !== 'BOOKED' ? await withoutNeedlessName(em, after) : after;
  await updateDriver(em, before, moved);
  await send(em, [placeDriverJob(moved.id)]);
  return moved;
}

/** Only for the customer of a ride do plate and phone outlive the driver's account. */
const withoutNeedlessName = async (em: EntityManager, driver: Driver): Promise<Driver> =>
  (await isForgotten(em, driver.id)) ? forgotten(driver) : driver;
