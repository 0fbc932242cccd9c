import { parseArgs } from 'node:util';
import { interruptible } from '../interruptible.ts';
import { writeReport } from '../write-report.ts';
import { benchOverload } from './bench.ts';
import { renderOverload } from './report.ts';

const help = `npm run bench:overload [-- --quick]

Asks the router for up to three times what it can answer, and looks what becomes of the rest; writes bench/reports/overload.md, in about four minutes.
  --quick    seconds instead of minutes, printed and not written
`;

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean' } } });

if (values.help) process.stdout.write(help);
else
  await interruptible(async (session) => {
    const times = values.quick ? { seconds: 4, calmSeconds: 4 } : { seconds: 10, calmSeconds: 10 };
    const result = await benchOverload({ ...session, query: 'dishes', loads: [0.5, 1, 2, 3], ...times });
    const markdown = renderOverload(result, 'npm run bench:overload');
    process.stdout.write(`\n${markdown}`);
    if (values.quick) return;
    await writeReport('overload.md', markdown);
  });
