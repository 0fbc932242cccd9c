import { writeReport } from '../write-report.ts';
import { benchAdvisor } from './bench.ts';
import { renderAdvisor } from './report.ts';

const markdown = renderAdvisor(await benchAdvisor({ requests: 1_000, rounds: 10 }), 'npm run bench:advisor');
process.stdout.write(markdown);
await writeReport('advisor.md', markdown);
