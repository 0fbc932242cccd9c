import type { EntityManager } from '@mikro-orm/postgresql';
import type { Station } from '../domain/station.ts';
import { StationRow } from './station-row.ts';
import { isTextId } from './text-id.ts';

/** The columns of a station as a JSON object; `table` is what the statement calls it. */
export const stationJson = (table: string): string =>
  `json_build_object('id', ${table}.id, 'name', ${table}.name, 'nameEn', ${table}.name_en,
     'latitude', ${table}.latitude, 'longitude', ${table}.longitude)`;

export async function addStation(em: EntityManager, station: Station): Promise<void> {
  await em.insert(StationRow, station);
}

/** With the favourite paths from and to it, should there be any. */
export async function removeStation(em: EntityManager, id: string): Promise<void> {
  await em.nativeDelete(StationRow, { id });
}

export const isStationName = async (em: EntityManager, name: string): Promise<boolean> =>
  (await em.count(StationRow, { name })) > 0;

export async function isOnALine(em: EntityManager, stationId: string): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `select from sections where up_station_id = ? union all select from sections where down_station_id = ? limit 1`,
    [stationId, stationId],
  );
  return rows.length > 0;
}

/** Those of the ids that stations have. They have them to the end of the transaction. */
export async function holdStations(em: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await em.execute(
    'select id from stations where id = any(?::text[]) order by id for key share',
    [`{${ids.filter(isTextId).join(',')}}`],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Keeps everybody else from referring to a station to the end of the transaction. False when there is none of that id. */
export async function lockStation(em: EntityManager, id: string): Promise<boolean> {
  if (!isTextId(id)) return false;
  const rows: unknown[] = await em.execute('select from stations where id = ? for update', [id]);
  return rows.length === 1;
}
