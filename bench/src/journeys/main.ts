import { mkdir, writeFile } from 'node:fs/promises';
import { interruptible, type Session } from '../interruptible.ts';
import { benchJourneys } from './bench.ts';
import { help, type Options, readOptions } from './options.ts';
import { renderJourneys } from './report.ts';

const reports = new URL('../../reports/', import.meta.url);

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
  await mkdir(reports, { recursive: true });
  await writeFile(new URL('journeys.md', reports), markdown);
  report('wrote bench/reports/journeys.md');
}
