import { writeFile } from 'node:fs/promises';
import { dashboardOf } from './dashboard.ts';
import { rows } from './moa.ts';

/** Where Grafana finds it. */
export const file = new URL('../../grafana/dashboards/moa.json', import.meta.url);
export const dashboard = dashboardOf('Moa', 'moa', rows);

// npm run dashboard
if (import.meta.main) await writeFile(file, JSON.stringify(dashboard));
