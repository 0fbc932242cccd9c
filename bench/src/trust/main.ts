import { parseArgs } from 'node:util';
import { writeReport } from '../write-report.ts';
import { benchTrust } from './bench.ts';
import { renderTrust } from './report.ts';

const help = `npm run bench:trust [-- --quick]

Measures what signing and checking viewer tokens costs a query; writes bench/reports/trust.md, in about a minute.
  --quick    a few rounds, printed and not written
`;

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean' } } });

if (values.help) process.stdout.write(help);
else {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('Stopped.')));
  const result = await benchTrust({
    rounds: values.quick ? 5 : 60,
    batch: 400,
    report: (line) => process.stdout.write(`${line}\n`),
    signal: stop.signal,
  });
  const markdown = renderTrust(result, 'npm run bench:trust');
  process.stdout.write(`\n${markdown}`);
  if (!values.quick) {
    await writeReport('trust.md', markdown);
  }
}
