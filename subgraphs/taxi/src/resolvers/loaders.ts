import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import { loaderBy, loaderById } from '@moa/subgraph';
import { maySeeBooking } from '../domain/access.ts';
import type { SupplyBreaker } from '../domain/supply.ts';
import { findBookingViews } from '../persistence/booking-views.ts';
import { findSupplyBreakers } from '../persistence/supply.ts';
import type { DriverMap } from '../positions/driver-map.ts';
import { createDriverLoaders } from './driver-loaders.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for however many of a kind an operation asks for. Bookings that the viewer may not see are not there. */
export const createLoaders = (em: EntityManager, viewer: Viewer, map: DriverMap) => ({
  ...createDriverLoaders(em, map),
  booking: loaderById(async (ids) => (await findBookingViews(em, ids)).filter((view) => maySeeBooking(viewer, view))),
  supplyBreaker: loaderBy(
    ({ district }: SupplyBreaker) => district,
    (districts) => findSupplyBreakers(em, districts),
  ),
});
