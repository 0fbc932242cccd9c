import type { EntityManager } from '@mikro-orm/postgresql';
import type { Network, Transfer } from '../domain/network.ts';
import type { Station } from '../domain/station.ts';
import { type LineColumns, lineColumns, toLine } from './line-columns.ts';
import { stationJson } from './stations.ts';

/** Grows with every edit, whichever process makes it. */
export async function readVersion(em: EntityManager): Promise<number> {
  const [row]: { version: number }[] = await em.execute('select version from network');
  if (!row) throw new Error('The table network has lost its row.');
  return row.version;
}

/** Keeps everybody else from editing to the end of the transaction. */
export async function lockNetwork(em: EntityManager): Promise<void> {
  await em.execute('select from network for no key update');
}

/** From the end of the transaction on there is something new to read. */
export async function raiseVersion(em: EntityManager): Promise<void> {
  await em.execute('update network set version = version + 1');
}

type NetworkColumns = {
  readonly version: number;
  readonly stations: readonly Station[];
  readonly lines: readonly LineColumns[];
  readonly transfers: readonly Transfer[];
};

/** All of it as it was at one moment: what a single statement sees. */
export async function readNetwork(em: EntityManager): Promise<{ readonly version: number; readonly network: Network }> {
  const [row]: NetworkColumns[] = await em.execute(
    `select version,
       (select coalesce(json_agg(${stationJson('stations')} order by id), '[]') from stations) as stations,
       (select coalesce(json_agg(line), '[]') from (select ${lineColumns} from lines order by number) as line) as lines,
       (select coalesce(json_agg(json_build_object('stationId', station_id, 'lineIds', json_build_array(line_id, other_line_id),
          'walkMeters', walk_meters, 'walkSeconds', walk_seconds) order by station_id, line_id, other_line_id), '[]')
        from transfers) as transfers
     from network`,
  );
  if (!row) throw new Error('The table network has lost its row.');
  return { version: row.version, network: networkOf(row) };
}

const networkOf = ({ stations, lines, transfers }: NetworkColumns): Network => ({
  stations: new Map(stations.map((station) => [station.id, station])),
  lines: new Map(lines.map(toLine).map((line) => [line.id, line])),
  // What was measured stays known while a station is off a line.
  transfers,
});
