import type { Driver } from './driver.ts';

type Registration = Pick<Driver, 'plate' | 'phone'>;

/** A member becomes a driver. */
export const register = (id: string, { plate, phone }: Registration): Driver => ({
  id,
  version: 1,
  plate,
  phone,
  state: 'OFFLINE',
});

/** Whose account was deleted is a driver no more: the row stays for the rides, without plate and phone. */
export const isRegistered = ({ plate }: Registration): boolean => plate !== '';

/** Another car, or another number. Customers of a ride under way keep what they were told. */
export const reregistered = (driver: Driver, { plate, phone }: Registration): Driver =>
  driver.plate === plate && driver.phone === phone ? driver : next({ ...driver, plate, phone });

/** Takes rides from now on. Who wanted to leave after this ride stays. */
export function online(driver: Driver): Driver {
  switch (driver.state) {
    case 'OFFLINE':
      return next({ ...registrationOf(driver), state: 'FREE' });
    case 'BOOKED':
      return driver.leaving ? next({ ...driver, leaving: false }) : driver;
    case 'FREE':
    case 'OFFERED':
      return driver;
  }
}

/** Takes no more rides; the one under way is finished first. An open offer is the caller's to close. */
export function offline(driver: Driver): Driver {
  switch (driver.state) {
    case 'FREE':
    case 'OFFERED':
      return next({ ...registrationOf(driver), state: 'OFFLINE' });
    case 'BOOKED':
      return driver.leaving ? driver : next({ ...driver, leaving: true });
    case 'OFFLINE':
      return driver;
  }
}

/** Is asked to take a ride. @throws for whom anything else occupies */
export function offered(driver: Driver, offerId: string): Driver {
  if (driver.state !== 'FREE') throw impossible(driver, 'be offered a ride');
  return next({ ...registrationOf(driver), state: 'OFFERED', offerId });
}

/** Took the ride that was offered. @throws for whom nothing was offered */
export function booked(driver: Driver, bookingId: string): Driver {
  if (driver.state !== 'OFFERED') throw impossible(driver, 'take a ride');
  return next({ ...registrationOf(driver), state: 'BOOKED', bookingId, leaving: false });
}

/** The offer or the ride is over: FREE, or OFFLINE who was leaving. @throws for whom neither occupies */
export function freed(driver: Driver): Driver {
  switch (driver.state) {
    case 'OFFERED':
      return next({ ...registrationOf(driver), state: 'FREE' });
    case 'BOOKED':
      return next({ ...registrationOf(driver), state: driver.leaving ? 'OFFLINE' : 'FREE' });
    case 'OFFLINE':
    case 'FREE':
      throw impossible(driver, 'be freed');
  }
}

/** The member is gone: a driver no more. To the customer of a ride under way they stay who they are until it ends. */
export function forgotten(driver: Driver): Driver {
  if (driver.state === 'BOOKED') return offline(driver);
  if (driver.state === 'OFFLINE' && !isRegistered(driver)) return driver;
  return next({ id: driver.id, version: driver.version, plate: '', phone: '', state: 'OFFLINE' });
}

const registrationOf = ({ id, version, plate, phone }: Driver) => ({ id, version, plate, phone });

const next = (driver: Driver): Driver => ({ ...driver, version: driver.version + 1 });

const impossible = ({ id, state }: Driver, what: string): Error =>
  new Error(`The driver ${id} can't ${what}: the driver is ${state}.`);
