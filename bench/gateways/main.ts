import { interruptible, type Session } from '../src/interruptible.ts';
import { writeReport } from '../src/write-report.ts';
import { benchGateways } from './bench.ts';
import { renderGatewaysChart } from './chart.ts';
import { help, type Options, readOptions } from './options.ts';
import { installPeers } from './peers.ts';
import { renderGateways } from './report.ts';

const args = process.argv.slice(2);

try {
  const options = readOptions(args);
  if (options) await interruptible((session) => run(options, session));
  else process.stdout.write(help);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function run(options: Options, { report, signal }: Session): Promise<void> {
  await installPeers(report, signal);
  const { open: openGraph, report: name } = options.graph;
  const chart = `${name}.svg`;
  const result = await benchGateways({ ...options, openGraph, chart, report, signal });
  const command = ['npm run bench:gateways', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const markdown = renderGateways(result, command);
  process.stdout.write(`\n${markdown}`);
  if (options.quick) return;
  await writeReport(`${name}.md`, markdown);
  await writeReport(chart, renderGatewaysChart(result));
  report(`wrote bench/reports/${name}.md and ${chart}`);
}
