import { raw } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { readSeoulNetwork } from './seoul-network.ts';

/** The lines of the metropolitan area as they were published: see data/README.md. What administrators make of them is theirs. */
export class SeoulSubway extends Migration {
  override up(): void {
    const { stations, lines, transfers } = readSeoulNetwork();
    const add = (statement: string, rows: readonly object[]) => this.addSql(raw(statement, [JSON.stringify(rows)]));

    add(
      `insert into stations (id, name, name_en, latitude, longitude)
       select id, name, "nameEn", latitude, longitude from jsonb_to_recordset(?::jsonb)
         as station (id text, name text, "nameEn" text, latitude double precision, longitude double precision)`,
      [...stations.values()],
    );
    add(
      `insert into lines (id, name, name_en, color, surcharge)
       select id, name, "nameEn", color, surcharge from rows from (jsonb_to_recordset(?::jsonb)
         as (id text, name text, "nameEn" text, color text, surcharge integer)) with ordinality
       order by ordinality`,
      [...lines.values()].map(({ branches: _branches, ...line }) => line),
    );
    const branches = [...lines.values()].flatMap(({ id, branches }) =>
      branches.map((branch, position) => ({ lineId: id, position, ...branch })),
    );
    add(
      `insert into branches (line_id, position, name, is_one_way)
       select "lineId", position, name, "isOneWay" from jsonb_to_recordset(?::jsonb)
         as branch ("lineId" text, position integer, name text, "isOneWay" boolean)`,
      branches.map(({ lineId, position, name, isOneWay }) => ({ lineId, position, name, isOneWay })),
    );
    add(
      `insert into sections (line_id, branch, position, up_station_id, down_station_id, distance_meters, duration_seconds, source)
       select "lineId", branch, position, up, down, "distanceMeters", "durationSeconds", source
       from jsonb_to_recordset(?::jsonb) as section ("lineId" text, branch integer, position integer, up text, down text,
         "distanceMeters" integer, "durationSeconds" integer, source text)`,
      branches.flatMap(({ lineId, position: branch, stops, sections }) =>
        sections.map((section, position) => ({
          ...section,
          ...{ lineId, branch, position, up: stops[position], down: stops[position + 1] },
        })),
      ),
    );
    add(
      `insert into transfers (station_id, line_id, other_line_id, walk_meters, walk_seconds)
       select "stationId", line, other, "walkMeters", "walkSeconds" from jsonb_to_recordset(?::jsonb)
         as transfer ("stationId" text, line text, other text, "walkMeters" integer, "walkSeconds" integer)`,
      transfers.map(({ lineIds: [line, other], ...transfer }) => ({ ...transfer, line, other })),
    );
  }
}
