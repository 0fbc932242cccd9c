import type { Panel, Row } from './panel.ts';

/** What the provisioned data source is called by; see grafana/provisioning. */
const datasource = { type: 'prometheus', uid: 'prometheus' };
const columns = 24;
const size = { w: 8, h: 8 };
const rowHeight = 1;

/** A dashboard as Grafana keeps it in a file. */
export function dashboardOf(title: string, uid: string, rows: readonly Row[]) {
  let id = 0;
  let y = 0;
  const panels = rows.flatMap((row) => {
    const top = y + rowHeight;
    const perLine = columns / size.w;
    const header = {
      id: ++id,
      type: 'row',
      title: row.title,
      collapsed: false,
      panels: [],
      gridPos: { x: 0, y, w: columns, h: rowHeight },
    };
    const charts = row.panels.map((panel, index) => ({
      id: ++id,
      ...chartOf(panel),
      gridPos: { x: (index % perLine) * size.w, y: top + Math.floor(index / perLine) * size.h, ...size },
    }));
    y = top + Math.ceil(row.panels.length / perLine) * size.h;
    return [header, ...charts];
  });
  return {
    uid,
    title,
    tags: ['moa'],
    schemaVersion: 39,
    editable: false,
    timezone: 'browser',
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    annotations: { list: [alertsThatRing] },
    panels,
  };
}

const alertsThatRing = {
  name: 'Alerts',
  datasource,
  enable: true,
  iconColor: 'red',
  expr: 'ALERTS{alertname=~"Moa.*", alertstate="firing"}',
  titleFormat: '{{alertname}}',
};

function chartOf({ title, unit, queries, badFrom }: Panel) {
  const steps = [{ color: 'green', value: null }, ...(badFrom === undefined ? [] : [{ color: 'red', value: badFrom }])];
  return {
    type: 'timeseries',
    title,
    datasource,
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource,
      expr,
      legendFormat: legend,
    })),
    fieldConfig: {
      defaults: {
        unit,
        min: 0,
        thresholds: { mode: 'absolute', steps },
        custom: { fillOpacity: 8, thresholdsStyle: { mode: badFrom === undefined ? 'off' : 'line' } },
      },
      overrides: [],
    },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
  };
}
