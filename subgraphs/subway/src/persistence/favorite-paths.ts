import type { EntityManager } from '@mikro-orm/postgresql';
import { isId, type PageRequest, uuidArray } from '@moa/subgraph';
import type { FavoritePath } from '../domain/favorite-path.ts';
import type { Station } from '../domain/station.ts';
import { stationJson } from './stations.ts';

type Columns = Omit<FavoritePath, 'addedAt' | 'from' | 'to'> & {
  readonly addedAt: string | Date;
  readonly from: Station;
  readonly to: Station;
};

const columns = `favorite.id, member_id as "ownerId", added_at as "addedAt", ${stationJson('origin')} as "from",
  ${stationJson('destination')} as "to"`;
const withStations = `join stations as origin on origin.id = from_station_id
  join stations as destination on destination.id = to_station_id`;

const toFavoritePath = (row: Columns): FavoritePath => ({ ...row, addedAt: new Date(row.addedAt) });

/** What each of the members often takes, the latest first, one more than asked for of each. */
export async function findFavoritePathsOf(
  em: EntityManager,
  memberIds: readonly string[],
  { first, after }: PageRequest,
): Promise<readonly FavoritePath[]> {
  const rows: Columns[] = await em.execute(
    `select ${columns} from unnest(?::uuid[]) as owner (id), lateral (
       select * from favorite_paths where member_id = owner.id and id < ?::uuid order by id desc limit ?
     ) as favorite ${withStations}
     order by favorite.id desc`,
    [uuidArray(memberIds), after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', first + 1],
  );
  return rows.map(toFavoritePath);
}

type Ends = { readonly ownerId: string; readonly from: string; readonly to: string };

export async function findFavoritePath(em: EntityManager, { ownerId, from, to }: Ends): Promise<FavoritePath | null> {
  const [row]: Columns[] = await em.execute(
    `select ${columns} from favorite_paths as favorite ${withStations}
     where member_id = ? and from_station_id = ? and to_station_id = ?`,
    [ownerId, from, to],
  );
  return row ? toFavoritePath(row) : null;
}

/** Lets a member's favourites grow one at a time, to the end of the transaction. */
export async function lockFavoritePathsOf(em: EntityManager, memberId: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('favorite paths of ' || ?::uuid, 0))`, [memberId]);
}

export async function countFavoritePathsOf(em: EntityManager, memberId: string): Promise<number> {
  const [row]: { count: number }[] = await em.execute(
    'select count(*)::integer as count from favorite_paths where member_id = ?',
    [memberId],
  );
  return row?.count ?? 0;
}

export async function addFavoritePath(
  em: EntityManager,
  { id, ownerId, from, to, addedAt }: Ends & { readonly id: string; readonly addedAt: Date },
): Promise<void> {
  await em.execute(
    `insert into favorite_paths (id, member_id, from_station_id, to_station_id, added_at) values (?, ?, ?, ?, ?::timestamptz)`,
    [id, ownerId, from, to, addedAt.toISOString()],
  );
}

/** The id of what was taken away; null when there is none of that id among the member's. */
export async function removeFavoritePath(
  em: EntityManager,
  { ownerId, id }: { readonly ownerId: string; readonly id: string },
): Promise<string | null> {
  if (!isId(id)) return null;
  const [row]: { id: string }[] = await em.execute(
    'delete from favorite_paths where id = ? and member_id = ? returning id',
    [id, ownerId],
  );
  return row?.id ?? null;
}

/** All of a member's. In the order of their ids, as when a station takes its own along: so nobody waits in a circle. */
export async function removeFavoritePathsOf(em: EntityManager, memberId: string): Promise<void> {
  await em.execute('select from favorite_paths where member_id = ? order by id for update', [memberId]);
  await em.execute('delete from favorite_paths where member_id = ?', [memberId]);
}

/** All from or to a station. */
export async function removeFavoritePathsAt(em: EntityManager, stationId: string): Promise<void> {
  await em.execute('select from favorite_paths where from_station_id = ? or to_station_id = ? order by id for update', [
    stationId,
    stationId,
  ]);
  await em.execute('delete from favorite_paths where from_station_id = ? or to_station_id = ?', [stationId, stationId]);
}
