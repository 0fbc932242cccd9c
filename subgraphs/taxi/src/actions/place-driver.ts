import type { Driver } from '../domain/driver.ts';
import { findDriver } from '../persistence/drivers.ts';
import type { Placing } from '../positions/driver-map.ts';
import type { SystemContext } from './context.ts';

/** Tells the map what became of a driver. Runs late, twice or in another order without harm: the version tells. */
export async function placeDriver({ em, map }: Pick<SystemContext, 'em' | 'map'>, driverId: string): Promise<void> {
  const driver = await findDriver(em, driverId);
  if (driver) await map.place(placingOf(driver));
}

export const placingOf = (driver: Driver): Placing => ({
  driverId: driver.id,
  version: driver.version,
  as: as(driver),
});

function as(driver: Driver): Placing['as'] {
  switch (driver.state) {
    case 'OFFLINE':
      return { kind: 'offline' };
    case 'FREE':
      return { kind: 'free' };
    case 'OFFERED':
      return { kind: 'offered' };
    case 'BOOKED':
      return { kind: 'booked', bookingId: driver.bookingId };
  }
}
