import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { dashboard, file } from '../src/grafana/main.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
type Shape = {
  uid: string;
  panels: {
    id: number;
    type: string;
    title: string;
    gridPos: { x: number; y: number; w: number; h: number };
    datasource?: { uid: string };
    targets?: { refId: string; expr: string }[];
  }[];
};

test('N9: the dashboard that Grafana is given is the one that is described', () => {
  expect(JSON.parse(readFileSync(file, 'utf8')), 'npm run dashboard writes it anew').toEqual(dashboard);
});

test('its panels have ids of their own, lie beside each other, and ask the data source that there is', () => {
  const { panels, uid } = JSON.parse(readFileSync(file, 'utf8')) as Shape; // as the test above checks
  expect(uid).toMatch(/^[\w-]{1,40}$/);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
  const sources = parse(read('grafana/provisioning/datasources/prometheus.yml')) as { datasources: { uid: string }[] };
  const known = sources.datasources.map(({ uid: each }) => each);
  for (const { type, datasource, targets } of panels) {
    if (type === 'row') continue;
    expect(known).toContain(datasource?.uid);
    expect(new Set(targets?.map(({ refId }) => refId)).size).toBe(targets?.length);
  }
});

test('each pipeline of the collector uses what it defines', () => {
  expect(readdirSync(new URL('../otel-collector', import.meta.url))).toEqual(['config.yaml']);
  type Kind = 'receivers' | 'processors' | 'exporters';
  const config = parse(read('otel-collector/config.yaml')) as Record<Kind, object> & {
    service: { pipelines: Record<string, Record<Kind, string[]>> };
  };
  for (const pipeline of Object.values(config.service.pipelines))
    for (const kind of ['receivers', 'processors', 'exporters'] as const)
      for (const name of pipeline[kind]) expect(Object.keys(config[kind])).toContain(name);
});
