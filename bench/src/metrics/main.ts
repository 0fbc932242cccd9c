import { parseArgs } from 'node:util';
import { interruptible } from '../interruptible.ts';
import { writeReport } from '../write-report.ts';
import { benchMetrics } from './bench.ts';
import { renderMetrics } from './report.ts';

const help = `npm run bench:metrics [-- --quick]

Measures what it costs the router to count and time for Prometheus; writes bench/reports/metrics.md, in about three minutes.
  --quick    a few rounds, printed and not written
`;

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean' } } });

if (values.help) process.stdout.write(help);
else
  await interruptible(async (session) => {
    const markdown = renderMetrics(
      await benchMetrics({ ...session, rounds: values.quick ? 10 : 200, batch: 100 }),
      'npm run bench:metrics',
    );
    process.stdout.write(`\n${markdown}`);
    if (values.quick) return;
    await writeReport('metrics.md', markdown);
  });
