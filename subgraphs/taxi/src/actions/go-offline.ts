import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayDrive } from '../domain/access.ts';
import { isRegistered } from '../domain/drive.ts';
import type { Driver } from '../domain/driver.ts';
import { type DriverRefusal, driverRefusals } from '../domain/driver-refusals.ts';
import type { TaxiContext } from './context.ts';
import { OccupiedMeanwhile, takeOffline } from './take-offline.ts';

type Result = Outcome<Driver, DriverRefusal['code']>;

const refuse = refusalsFrom(driverRefusals);

/** The driver takes no more rides. Who is no driver any more may leave all the same. */
export async function goOffline(context: TaxiContext): Promise<Result> {
  const driver = await untilAlone(() =>
    context.transaction((em) => takeOffline(em, memberId(context.viewer), context.clock)),
  );
  if (driver && isRegistered(driver)) return done(driver);
  return refused(refuse(mayDrive(context.viewer) ? 'NOT_REGISTERED' : 'NOT_A_DRIVER'));
}

/** A driver in the middle of a busy city may be offered one ride after another while leaving, but not this often. */
async function untilAlone<Value>(work: () => Promise<Value>, tries = 5): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OccupiedMeanwhile && tries > 1) return untilAlone(work, tries - 1);
    throw error;
  }
}
