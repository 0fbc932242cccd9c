import { interruptible, type Session } from '../interruptible.ts';
import { writeReport } from '../write-report.ts';
import { benchLoad } from './bench.ts';
import { shortfallsOf } from './budget.ts';
import { chartNameOf, renderLoadChart } from './chart.ts';
import { help, type Options, readOptions } from './options.ts';
import { renderLoad } from './report.ts';

const args = process.argv.slice(2);

try {
  const options = readOptions(args);
  if (options) await interruptible((session) => run(options, session));
  else process.stdout.write(help);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function run(options: Options, session: Session): Promise<void> {
  const result = await benchLoad({ ...options, ...session });
  const command = ['npm run bench:load', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const markdown = renderLoad(result, command);
  process.stdout.write(`\n${markdown}`);
  if (options.isWhole) {
    await writeReport('load.md', markdown);
    for (const form of result.forms) await writeReport(chartNameOf(form), renderLoadChart(form));
    session.report('wrote bench/reports/load.md and its charts');
  }
  const shortfalls = shortfallsOf(result);
  for (const words of shortfalls) process.stderr.write(`not met: ${words}\n`);
  if (shortfalls.length > 0) process.exitCode = 1;
}
