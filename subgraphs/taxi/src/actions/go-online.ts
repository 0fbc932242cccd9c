import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayDrive } from '../domain/access.ts';
import { districtOf, isInServiceArea } from '../domain/city.ts';
import { isRegistered, online } from '../domain/drive.ts';
import type { Driver } from '../domain/driver.ts';
import { type DriverRefusal, driverRefusals } from '../domain/driver-refusals.ts';
import { isPoint } from '../domain/geodesy.ts';
import type { Point } from '../domain/point.ts';
import { lockDriver } from '../persistence/drivers.ts';
import { closeBreaker } from '../persistence/supply.ts';
import type { TaxiContext } from './context.ts';
import { moveDriver } from './move-driver.ts';
import { placingOf } from './place-driver.ts';

type Result = Outcome<Driver, DriverRefusal['code']>;

const refuse = refusalsFrom(driverRefusals);

/** The driver takes rides from now on. Where no car was to be had, there is one now. */
export async function goOnline(context: TaxiContext, point: Point): Promise<Result> {
  const id = memberId(context.viewer);
  if (!mayDrive(context.viewer)) return refused(refuse('NOT_A_DRIVER'));
  if (!isPoint(point)) return refused(refuse('COORDINATES_INVALID'));
  if (!isInServiceArea(point)) return refused(refuse('OUTSIDE_SERVICE_AREA'));
  const outcome = await context.transaction(async (em): Promise<Result> => {
    const driver = await lockDriver(em, id);
    if (!driver || !isRegistered(driver)) return refused(refuse('NOT_REGISTERED'));
    const district = districtOf(point);
    if (district) await closeBreaker(em, district.code);
    return done(await moveDriver(em, driver, online(driver)));
  });
  if (outcome.kind === 'done') await place(context, outcome.value, point);
  return outcome;
}

/** At once and with the spot, which the job does not know. When it fails, the driver's next report mends it. */
const place = ({ map, clock }: TaxiContext, driver: Driver, point: Point): Promise<void> =>
  map.place(placingOf(driver), { ...point, at: clock() }).catch(() => undefined);
