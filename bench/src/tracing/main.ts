import { parseArgs } from 'node:util';
import { count } from '../../gateways/options.ts';
import { interruptible } from '../interruptible.ts';
import { writeReport } from '../write-report.ts';
import { benchTracing } from './bench.ts';
import { renderTracing } from './report.ts';

const help = `npm run bench:tracing [-- --rounds N] [--quick]

Measures what it costs the router to trace, and to have left it off; writes bench/reports/tracing.md, in about a minute.
  --rounds N rounds that count (200)
  --quick    a few rounds, printed and not written
`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});

if (values.help) process.stdout.write(help);
else
  await interruptible(async (session) => {
    const markdown = renderTracing(
      await benchTracing({ ...session, rounds: values.quick ? 10 : count('--rounds', values.rounds), batch: 100 }),
      `npm run bench:tracing -- --rounds ${values.rounds}`,
    );
    process.stdout.write(`\n${markdown}`);
    if (values.quick) return;
    await writeReport('tracing.md', markdown);
  });
