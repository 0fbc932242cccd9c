import { type Branch, isCircular, type Line, mainBranch, type Section, stopsOf } from '../src/domain/line.ts';
import type { Network, Transfer } from '../src/domain/network.ts';
import type { Station } from '../src/domain/station.ts';
import { type Row, readRows } from './csv.ts';

/**
 * Reads the network of the Seoul metropolitan area from data/, whose README says how.
 * @throws with the file and row that does not fit
 */
export function readSeoulNetwork(): Network {
  const stations = readStations(readRows('stations.csv'));
  const lines = readLines(readRows('lines.csv'), readBranches(readRows('sections.csv'), stations));
  return { stations, lines, transfers: readTransfers(readRows('transfers.csv'), { stations, lines }) };
}

function readStations(rows: readonly Row[]): Network['stations'] {
  const stations = new Map<string, Station>();
  const names = new Set<string>();
  for (const row of rows) {
    const [id, name] = [row.text('station_id'), row.text('name_ko')];
    if (stations.has(id) || names.has(name)) row.fault('this id or name was there before.');
    const [latitude, longitude] = [row.number('lat', 36, 39), row.number('lng', 126, 128)];
    stations.set(id, { id, name, nameEn: row.text('name_en'), latitude, longitude });
    names.add(name);
  }
  return stations;
}

/** By the ids of their lines. */
type Branches = ReadonlyMap<string, readonly Branch[]>;

type GrowingBranch = Branch & { readonly stops: string[]; readonly sections: Section[] };

function readBranches(rows: readonly Row[], stations: Network['stations']): Branches {
  const lines = new Map<string, GrowingBranch[]>();
  for (const row of rows) {
    const [lineId, name] = [row.text('line_id'), row.text('branch')];
    const [up, down] = [stopOf(row, 'up', stations), stopOf(row, 'down', stations)];
    const branches = lines.get(lineId) ?? [];
    let branch = branches.find((known) => known.name === name);
    if (!branch) {
      branch = { name, isOneWay: lineId === '6' && name === 'LOOP', stops: [up], sections: [] };
      // The main branch stands in front, wherever the file has it.
      lines.set(lineId, name === mainBranch ? [branch, ...branches] : [...branches, branch]);
    }
    if (branch.stops.at(-1) !== up) row.fault('the branch does not go on from where it had come to.');
    branch.stops.push(down);
    branch.sections.push(sectionOf(row));
  }
  return lines;
}

function stopOf(row: Row, end: 'up' | 'down', stations: Network['stations']): string {
  const id = row.text(`${end}_station_id`);
  return stations.get(id)?.name === row.text(`${end}_name_ko`) ? id : row.fault(`${id} is no station of that name.`);
}

function sectionOf(row: Row): Section {
  const source = row.text('source');
  if (source !== 'SEOUL_METRO' && source !== 'KORAIL' && source !== 'ESTIMATED') return row.fault('unknown source.');
  const distanceMeters = Math.round(row.number('distance_km', 0.1, 100) * 1_000);
  return { distanceMeters, durationSeconds: row.number('duration_sec', 1, 36_000), source };
}

function readLines(rows: readonly Row[], branches: Branches): Network['lines'] {
  const lines = rows.map((row): Line => {
    const id = row.text('line_id');
    const line: Line = {
      id,
      name: row.text('name_ko'),
      nameEn: row.text('name_en'),
      color: row.text('color'),
      surcharge: 0,
      branches: branches.get(id) ?? [],
    };
    const [main] = line.branches;
    if (main?.name !== mainBranch) return row.fault('the line has no main branch.');
    if (isCircular(main) !== (row.text('circular') === '1')) row.fault('the line is a circle, or else is none.');
    if (stopsOf(line).length !== row.number('station_count', 2, 1_000)) row.fault('it has another number of stations.');
    return line;
  });
  return new Map(lines.map((line) => [line.id, line]));
}

/** What the table of transfers calls 수인분당선 at 수서, and line 1 at 석계. */
const formerNames: ReadonlyMap<string, string> = new Map([
  ['국철', '수인분당선'],
  ['경원선', '1호선'],
]);

function readTransfers(rows: readonly Row[], { stations, lines }: Pick<Network, 'stations' | 'lines'>): Transfer[] {
  const idsByName = new Map([...lines.values()].map(({ id, name }) => [name, id]));
  const callsAt = (lineId: string | undefined, stationId: string): lineId is string =>
    lines.get(lineId ?? '')?.branches.some(({ stops }) => stops.includes(stationId)) ?? false;

  const transfers = new Map<string, Transfer>();
  for (const row of rows) {
    const [stationId, from, toName] = [row.text('station_id'), row.text('from_line'), row.text('to_line')];
    const to = idsByName.get(formerNames.get(toName) ?? toName);
    if (stations.get(stationId)?.name !== row.text('station_name_ko')) row.fault('no station of that id and name.');
    if (!callsAt(from, stationId) || !callsAt(to, stationId)) return row.fault('one of the lines does not call there.');
    // From one branch of a line to another one is no transfer here.
    if (from === to) continue;
    const [walkMeters, walkSeconds] = [row.number('walk_m', 1, 2_000), row.number('walk_sec', 1, 3_600)];
    const lineIds: Transfer['lineIds'] = from < to ? [from, to] : [to, from];
    const key = `${stationId} ${lineIds}`;
    const known = transfers.get(key) ?? { stationId, lineIds, walkMeters, walkSeconds };
    if (known.walkMeters !== walkMeters || known.walkSeconds !== walkSeconds) row.fault('other figures the other way.');
    transfers.set(key, known);
  }
  return [...transfers.values()];
}
