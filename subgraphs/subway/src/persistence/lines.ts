import type { EntityManager } from '@mikro-orm/postgresql';
import type { Line } from '../domain/line.ts';
import { type LineColumns, lineColumns, toLine } from './line-columns.ts';
import { isTextId } from './text-id.ts';

/** Read it while the network is held. */
export async function findLine(em: EntityManager, id: string): Promise<Line | null> {
  if (!isTextId(id)) return null;
  const [row]: LineColumns[] = await em.execute(`select ${lineColumns} from lines where id = ?`, [id]);
  return row ? toLine(row) : null;
}

export async function isLineName(em: EntityManager, name: string): Promise<boolean> {
  const rows: unknown[] = await em.execute('select from lines where name = ?', [name]);
  return rows.length > 0;
}

export async function addLine(em: EntityManager, line: Line): Promise<void> {
  const { id, name, nameEn, color, surcharge } = line;
  await em.execute('insert into lines (id, name, name_en, color, surcharge) values (?, ?, ?, ?, ?)', [
    ...[id, name, nameEn, color, surcharge],
  ]);
  await addBranches(em, line);
}

/** Stores the branches that a line has come to have in place of those that it had. */
export async function replaceBranches(em: EntityManager, line: Line): Promise<void> {
  await em.execute('delete from branches where line_id = ?', [line.id]); // with their sections
  await addBranches(em, line);
}

/** False when there is none of that id. */
export async function removeLine(em: EntityManager, id: string): Promise<boolean> {
  if (!isTextId(id)) return false;
  const rows: unknown[] = await em.execute('delete from lines where id = ? returning id', [id]);
  return rows.length === 1;
}

async function addBranches(em: EntityManager, { id, branches }: Line): Promise<void> {
  const rows = branches.map(({ name, isOneWay }, position) => ({ position, name, isOneWay }));
  await em.execute(
    `insert into branches (line_id, position, name, is_one_way)
     select ?, position, name, "isOneWay"
     from jsonb_to_recordset(?::jsonb) as branch (position integer, name text, "isOneWay" boolean)`,
    [id, JSON.stringify(rows)],
  );
  const sections = branches.flatMap((branch, number) =>
    branch.sections.map((section, position) => ({
      ...section,
      ...{ branch: number, position, up: branch.stops[position], down: branch.stops[position + 1] },
    })),
  );
  await em.execute(
    `insert into sections (line_id, branch, position, up_station_id, down_station_id, distance_meters, duration_seconds, source)
     select ?, branch, position, up, down, "distanceMeters", "durationSeconds", source
     from jsonb_to_recordset(?::jsonb) as section (branch integer, position integer, up text, down text,
       "distanceMeters" integer, "durationSeconds" integer, source text)`,
    [id, JSON.stringify(sections)],
  );
}
