import type { Logger } from '@moa/telemetry';
import pg from 'pg';
import { oldestFresh } from '../domain/position.ts';
import type { DriverMap, Nearby, Position, Reported } from './driver-map.ts';

/** For taxi's own database; `migrations/0002-driver-positions.ts` made the table. */
export function openPostgresMap(url: string, logger: Logger): DriverMap {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 1_000,
    query_timeout: 1_000,
    // A tenth of a millisecond for each search: a plan kept from when the map was empty would read all of a full one.
    options: '-c statement_timeout=1000 -c lock_timeout=500 -c plan_cache_mode=force_custom_plan',
    keepAlive: true,
    application_name: 'moa-taxi-map',
  });
  // The next statement says what it means.
  pool.on('error', (error) => logger.debug({ err: error }, 'driver map: connection'));

  return {
    async report(driverId, { latitude, longitude, at }) {
      const values = [driverId, latitude, longitude, at];
      const { rows } = await pool.query<{ reported: Reported }>({ name: 'map_report', text: report, values });
      return rows[0]?.reported ?? { kind: 'unknown' };
    },
    async place({ driverId, version, as }, position) {
      const booking = as.kind === 'booked' ? as.bookingId : null;
      const { latitude, longitude, at } = (as.kind === 'offline' ? undefined : position) ?? {};
      const values = [driverId, version, as.kind, booking, latitude, longitude, at];
      await pool.query({ name: 'map_place', text: place, values });
    },
    async nearest({ latitude, longitude }, { radiusMeters, count, excluding, now }) {
      const values = [latitude, longitude, radiusMeters, oldestFresh(now), excluding, count];
      const { rows } = await pool.query<Nearby>({ name: 'map_nearest', text: nearest, values });
      return rows;
    },
    async positionsOf(driverIds) {
      const { rows } = await pool.query<Position & { id: string }>({
        name: 'map_positions',
        text: positions,
        values: [driverIds],
      });
      return new Map(rows.map(({ id, ...position }) => [id, position]));
    },
    close: () => pool.end(),
  };
}

/** A report older than the last one moves nobody. */
const report = `
  update driver_positions set
    latitude = case when $4 >= reported_at then $2 else latitude end,
    longitude = case when $4 >= reported_at then $3 else longitude end,
    reported_at = greatest(reported_at, $4)
  where driver_id = $1 and reported_at is not null
  returning json_strip_nulls(json_build_object('kind', kind, 'bookingId', booking_id)) as reported`;

/** Of the position that comes and the one that is known the later stays; offline has none. */
const place = `
  insert into driver_positions as known (driver_id, version, kind, booking_id, latitude, longitude, reported_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (driver_id) do update set
    version = excluded.version,
    kind = excluded.kind,
    booking_id = excluded.booking_id,
    (latitude, longitude, reported_at) = (
      select latitude, longitude, reported_at
      from (values
        (excluded.latitude, excluded.longitude, excluded.reported_at, 1),
        (known.latitude, known.longitude, known.reported_at, 2)
      ) as either (latitude, longitude, reported_at, place)
      where excluded.kind <> 'offline' and reported_at is not null
      order by reported_at desc, place limit 1)
  where known.version <= excluded.version`;

/**
 * The circle ends the walk along the index: without it, one that finds too few would go through all the city. Those who fell
 * silent are passed on the way; to take them out of the index would cost as much, until the next vacuum.
 */
export const nearest = `
  select driver_id as "driverId", spot <-> on_plane($1, $2) as meters
  from driver_positions
  where kind = 'free' and spot <@ circle(on_plane($1, $2), $3) and reported_at >= $4 and driver_id <> all ($5::uuid[])
  order by spot <-> on_plane($1, $2)
  limit $6`;

const positions = `
  select driver_id as id, latitude, longitude, reported_at as at
  from driver_positions where driver_id = any ($1::uuid[]) and reported_at is not null`;
