import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { interruptible } from '../interruptible.ts';
import { benchTracing } from './bench.ts';
import { renderTracing } from './report.ts';

const help = `npm run bench:tracing [-- --quick]

Measures what it costs the router to trace, and to have left it off; writes bench/reports/tracing.md, in about ten minutes.
  --quick    a few rounds, printed and not written
`;

const reports = new URL('../../reports/', import.meta.url);
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean' } } });

if (values.help) process.stdout.write(help);
else
  await interruptible(async (session) => {
    const markdown = renderTracing(
      await benchTracing({ ...session, rounds: values.quick ? 10 : 200, batch: 100 }),
      'npm run bench:tracing',
    );
    process.stdout.write(`\n${markdown}`);
    if (values.quick) return;
    await mkdir(reports, { recursive: true });
    await writeFile(new URL('tracing.md', reports), markdown);
  });
