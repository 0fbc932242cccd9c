import type { Line, Section } from '../domain/line.ts';

/** A line of the table `lines` with its branches and their sections, in their order. */
export const lineColumns = `id, name, name_en as "nameEn", color, surcharge, (
  select json_agg(json_build_object('name', branches.name, 'isOneWay', is_one_way, 'sections', (
    select json_agg(json_build_object('up', up_station_id, 'down', down_station_id, 'distanceMeters', distance_meters,
      'durationSeconds', duration_seconds, 'source', source) order by sections.position)
    from sections where sections.line_id = branches.line_id and branch = branches.position
  )) order by branches.position)
  from branches where branches.line_id = lines.id
) as branches`;

export type LineColumns = Omit<Line, 'branches'> & {
  readonly branches: readonly {
    readonly name: string;
    readonly isOneWay: boolean;
    readonly sections: readonly (Section & { readonly up: string; readonly down: string })[];
  }[];
};

export const toLine = ({ branches, ...line }: LineColumns): Line => ({
  ...line,
  branches: branches.map(({ name, isOneWay, sections }) => ({
    name,
    isOneWay,
    stops: [...sections.slice(0, 1).map(({ up }) => up), ...sections.map(({ down }) => down)],
    sections: sections.map(({ up: _up, down: _down, ...section }) => section),
  })),
});
