import type { EntityManager } from '@mikro-orm/postgresql';
import { loaderBy, loaderById } from '@moa/subgraph';
import { isRegistered } from '../domain/drive.ts';
import type { OfferView } from '../domain/offer-view.ts';
import { findDrivers } from '../persistence/drivers.ts';
import { findOpenOfferViews } from '../persistence/offers.ts';
import type { DriverMap, Position } from '../positions/driver-map.ts';

/** Who may see a driver is decided where one is asked for: Member.driver, and the payloads of the driver's own mutations. */
export const createDriverLoaders = (em: EntityManager, map: DriverMap) => ({
  driver: loaderById(async (ids) => (await findDrivers(em, ids)).filter(isRegistered)),
  openOffer: loaderBy(
    ({ driverId }: OfferView) => driverId,
    (driverIds) => findOpenOfferViews(em, driverIds),
  ),
  position: loaderBy(
    ({ driverId }: Located) => driverId,
    (driverIds) => positionsOf(map, driverIds),
  ),
});

type Located = Position & { readonly driverId: string };

/** While the map is away nobody knows where anybody is. */
async function positionsOf(map: DriverMap, driverIds: readonly string[]): Promise<readonly Located[]> {
  const positions = await map.positionsOf(driverIds).catch(() => new Map<string, Position>());
  return [...positions].map(([driverId, position]) => ({ ...position, driverId }));
}
