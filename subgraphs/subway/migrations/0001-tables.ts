import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@moa/outbox';
import { forgottenMembersTable } from '@moa/subgraph';

export class SubwayTables extends Migration {
  override up(): void {
    // One row: its lock puts edits in order, and its version tells every process that there is something new.
    this.addSql(`
      create table network (
        is_only boolean primary key default true check (is_only),
        version integer not null
      ) with (fillfactor = 50)`);
    this.addSql('insert into network (version) values (1)');

    this.addSql(`
      create table stations (
        id text primary key,
        name text not null unique,
        name_en text not null,
        latitude double precision not null check (latitude between -90 and 90),
        longitude double precision not null check (longitude between -180 and 180)
      )`);
    // Lines are shown in the order in which they were added.
    this.addSql(`
      create table lines (
        id text primary key,
        number bigint generated always as identity,
        name text not null unique,
        name_en text not null,
        color text not null check (color ~ '^#[0-9A-Fa-f]{6}$'),
        surcharge integer not null check (surcharge >= 0)
      )`);
    this.addSql(`
      create table branches (
        line_id text not null references lines (id) on delete cascade,
        position integer not null,
        name text not null,
        is_one_way boolean not null,
        primary key (line_id, position),
        unique (line_id, name)
      )`);
    this.addSql(`
      create table sections (
        line_id text not null,
        branch integer not null,
        position integer not null,
        up_station_id text not null references stations (id),
        down_station_id text not null references stations (id) check (down_station_id <> up_station_id),
        distance_meters integer not null check (distance_meters > 0),
        duration_seconds integer not null check (duration_seconds > 0),
        source text not null check (source in ('SEOUL_METRO', 'KORAIL', 'ESTIMATED', 'ADMIN')),
        primary key (line_id, branch, position),
        foreign key (line_id, branch) references branches (line_id, position) on delete cascade
      )`);
    this.addSql('create index sections_by_up_station on sections (up_station_id)');
    this.addSql('create index sections_by_down_station on sections (down_station_id)');
    this.addSql(`
      create table transfers (
        station_id text not null references stations (id) on delete cascade,
        line_id text not null references lines (id) on delete cascade,
        other_line_id text not null references lines (id) on delete cascade,
        walk_meters integer not null check (walk_meters >= 0),
        walk_seconds integer not null check (walk_seconds >= 0),
        primary key (station_id, line_id, other_line_id)
      )`);
    this.addSql('create index transfers_by_line on transfers (line_id)');
    this.addSql('create index transfers_by_other_line on transfers (other_line_id)');

    // Ids are UUIDv7: their order is the order of time.
    this.addSql(`
      create table favorite_paths (
        id uuid primary key,
        member_id uuid not null,
        from_station_id text not null references stations (id) on delete cascade,
        to_station_id text not null references stations (id) on delete cascade,
        added_at timestamptz not null,
        unique (member_id, from_station_id, to_station_id)
      )`);
    this.addSql('create index favorite_paths_of_member on favorite_paths (member_id, id desc)');
    this.addSql('create index favorite_paths_by_from_station on favorite_paths (from_station_id)');
    this.addSql('create index favorite_paths_by_to_station on favorite_paths (to_station_id)');

    for (const statement of forgottenMembersTable) this.addSql(statement);
    for (const statement of outboxTables) this.addSql(statement);
  }
}
