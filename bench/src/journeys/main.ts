import { interruptible, type Session } from '../interruptible.ts';
import { writeReport } from '../write-report.ts';
import { benchJourneys } from './bench.ts';
import { help, type Options, readOptions } from './options.ts';
import { renderJourneys } from './report.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await interruptible((session) => run(options, session));
  else process.stdout.write(help);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function run(options: Options, { report, signal }: Session): Promise<void> {
  const result = await benchJourneys({ ...options, report, signal });
  const markdown = renderJourneys(result, options.command);
  process.stdout.write(`\n${markdown}`);
  if (options.quick) return;
  await writeReport('journeys.md', markdown);
  report('wrote bench/reports/journeys.md');
}
