import { mkdir, writeFile } from 'node:fs/promises';
import { benchAdvisor } from './bench.ts';
import { renderAdvisor } from './report.ts';

const reports = new URL('../../reports/', import.meta.url);

const markdown = renderAdvisor(await benchAdvisor({ requests: 1_000, rounds: 10 }), 'npm run bench:advisor');
process.stdout.write(markdown);
await mkdir(reports, { recursive: true });
await writeFile(new URL('advisor.md', reports), markdown);
