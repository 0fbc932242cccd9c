import { positionView } from '../domain/position.ts';
import type { DriverResolvers } from './schema.gen.ts';

export const Driver: DriverResolvers = {
  member: ({ id }) => ({ id }),
  status: ({ state }) => state,
  position: async ({ id, state }, _arguments, { loaders }) => {
    const position = state === 'OFFLINE' ? null : await loaders.position.load(id);
    return position && positionView(position);
  },
  offer: ({ id, state }, _arguments, { loaders }) => (state === 'OFFERED' ? loaders.openOffer.load(id) : null),
  booking: (driver, _arguments, { loaders }) =>
    driver.state === 'BOOKED' ? loaders.booking.load(driver.bookingId) : null,
};
