import { Migration } from '@mikro-orm/migrations';

/** The map of drivers, for when there is no Redis: see src/positions. */
export class DriverPositions extends Migration {
  override up(): void {
    // Metres on a plane that touches the Earth at Seoul's 37.55° N, where a degree of longitude has 88,158 of them.
    this.addSql(`
      create function on_plane(latitude double precision, longitude double precision) returns point
        language sql immutable strict parallel safe
        return point(longitude * 111195.08 * cosd(37.55), latitude * 111195.08)`);
    // Unlogged, for it costs less and nothing is lost: after a crash the table is empty, and the next reports fill it again.
    // A row without a spot is a fence: it keeps the version of what was said last of a driver who is not on the map.
    // Half of each page is left free: a car that stands still is rewritten in its page, without touching the indexes.
    this.addSql(`
      create unlogged table driver_positions (
        driver_id uuid primary key,
        version integer not null,
        kind text not null check (kind in ('free', 'offered', 'booked', 'offline')),
        booking_id uuid check ((booking_id is not null) = (kind = 'booked')),
        latitude double precision check (latitude is null or kind <> 'offline'),
        longitude double precision check ((longitude is null) = (latitude is null)),
        reported_at timestamptz check ((reported_at is null) = (latitude is null)),
        spot point generated always as (on_plane(latitude, longitude)) stored
      ) with (fillfactor = 50, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0.02,
        autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0.2)`);
    this.addSql(`
      create index driver_positions_free on driver_positions using gist (spot) with (fillfactor = 70)
        where kind = 'free'`);
  }
}
