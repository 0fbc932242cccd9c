import { done, graphError, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayDrive } from '../domain/access.ts';
import { isInServiceArea } from '../domain/city.ts';
import { isRegistered } from '../domain/drive.ts';
import { type DriverRefusal, driverRefusals } from '../domain/driver-refusals.ts';
import { isPoint } from '../domain/geodesy.ts';
import type { Point } from '../domain/point.ts';
import { type PositionView, positionView } from '../domain/position.ts';
import { findDriver } from '../persistence/drivers.ts';
import type { Placing, Position } from '../positions/driver-map.ts';
import { positionChannel } from './channels.ts';
import type { TaxiContext } from './context.ts';
import { placingOf } from './place-driver.ts';

type Result = Outcome<PositionView, DriverRefusal['code']>;
type Whereabouts = Placing['as'] | { readonly kind: 'refused'; readonly code: DriverRefusal['code'] };

const refuse = refusalsFrom(driverRefusals);

/**
 * Every online driver calls this about once a second: it costs one round trip to the map, and one to the live log for who
 * has a customer that follows the car. The tables are read only for whom the map does not know. Without map or log the
 * report alone is lost; no booking stands on them.
 * @throws SERVICE_UNAVAILABLE when the map or the log is away, which say so in our own log
 */
export async function reportPosition(context: TaxiContext, point: Point): Promise<Result> {
  const driverId = memberId(context.viewer);
  if (!isPoint(point)) return refused(refuse('COORDINATES_INVALID'));
  // Receivers without satellites say 0, 0: no customer shall see that, or pay the way there.
  if (!isInServiceArea(point)) return refused(refuse('OUTSIDE_SERVICE_AREA'));
  const position = { latitude: point.latitude, longitude: point.longitude, at: context.clock() };
  const driver = await note(context, driverId, position);
  if (driver.kind === 'refused') return refused(refuse(driver.code));
  if (driver.kind === 'offline') return refused(refuse('OFFLINE'));
  const view = positionView(position);
  if (driver.kind === 'booked') {
    await context.live.append([{ channel: positionChannel(driver.bookingId), payload: view }]).catch(unavailable);
  }
  return done(view);
}

const unavailable = (): never => {
  throw graphError('SERVICE_UNAVAILABLE');
};

async function note(context: TaxiContext, driverId: string, position: Position): Promise<Whereabouts> {
  const known = await context.map.report(driverId, position).catch(unavailable);
  if (known.kind === 'booked') return known;
  if (known.kind !== 'unknown') return { kind: known.kind };
  const driver = await findDriver(context.em, driverId);
  if (!driver || !isRegistered(driver)) {
    return { kind: 'refused', code: mayDrive(context.viewer) ? 'NOT_REGISTERED' : 'NOT_A_DRIVER' };
  }
  const placing = placingOf(driver);
  if (placing.as.kind !== 'offline') await context.map.place(placing, position).catch(unavailable);
  return placing.as;
}
