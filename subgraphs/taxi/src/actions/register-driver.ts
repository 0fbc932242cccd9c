import type { EntityManager } from '@mikro-orm/postgresql';
import { done, isForgotten, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayDrive } from '../domain/access.ts';
import { register, reregistered } from '../domain/drive.ts';
import type { Driver } from '../domain/driver.ts';
import { type DriverRefusal, driverRefusals } from '../domain/driver-refusals.ts';
import { type Registration, registrationFrom } from '../domain/registration.ts';
import { addDriver, lockDriver } from '../persistence/drivers.ts';
import type { TaxiContext } from './context.ts';
import { moveDriver } from './move-driver.ts';

type Result = Outcome<Driver, DriverRefusal['code']>;

const refuse = refusalsFrom(driverRefusals);

/** Done again it changes plate and phone; a customer who was told of the old ones already goes by those. */
export async function registerDriver(context: TaxiContext, typed: Registration): Promise<Result> {
  const id = memberId(context.viewer);
  if (!mayDrive(context.viewer)) return refused(refuse('NOT_A_DRIVER'));
  const registration = registrationFrom(typed);
  if (registration.kind === 'refused') return registration;
  return context.transaction(async (em): Promise<Result> => {
    const known = await lockDriver(em, id);
    // A token outlives its member for a while: what was forgotten must not come back by it.
    if (await isForgotten(em, id)) return refused(refuse('NOT_A_DRIVER'));
    const driver = known ?? (await added(em, register(id, registration.value)));
    return done(await moveDriver(em, driver, reregistered(driver, registration.value)));
  });
}

/** Also when a twin of this request was faster: then as the twin left it. */
async function added(em: EntityManager, driver: Driver): Promise<Driver> {
  if (await addDriver(em, driver)) return driver;
  const twin = await lockDriver(em, driver.id);
  if (!twin) throw new Error(`The member ${driver.id} is a driver and yet is not.`);
  return twin;
}
