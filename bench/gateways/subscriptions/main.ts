import { parseArgs } from 'node:util';
import { interruptible, type Session } from '../../src/interruptible.ts';
import { writeReport } from '../../src/write-report.ts';
import { chosen, count } from '../options.ts';
import { installPeers } from '../peers.ts';
import { demandOpenFiles } from '../processes/open-files.ts';
import { targets } from '../targets/targets.ts';
import { benchSubscriptions, otherFiles } from './bench.ts';
import { renderSubscriptions } from './report.ts';

/** Sockets from one address to one other need a port each, and systems have about this many to give. */
const mostClients = 25_000;
const subscribable = ['ours', 'hive', 'hive-rust'];

const help = `npm run bench:subscriptions [-- --clients N] [--events N] [--every MS] [--targets ours,hive]

Opens 10,000 WebSockets to each gateway, all with the same subscription and then each with its own; writes
bench/reports/subscriptions.md, in about ten minutes.
  --clients N     WebSockets (10000), at most ${mostClients}
  --events N      that are measured (30)
  --every MS      milliseconds from event to event (1000)
  --targets LIST  of ${subscribable.join(', ')}; all unless told
  --quick         a first look, printed and not written: 1000 clients, 5 events
  --help          this page
`;

try {
  const { values } = parseArgs({
    options: {
      clients: { type: 'string' },
      events: { type: 'string' },
      every: { type: 'string', default: '1000' },
      targets: { type: 'string', default: subscribable.join(',') },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { quick } = values;
  const names = chosen('--targets', values.targets, subscribable);
  const options = {
    targets: targets.filter(({ name }) => names.includes(name)),
    clients: count('--clients', values.clients ?? (quick ? '1000' : '10000'), mostClients),
    events: count('--events', values.events ?? (quick ? '5' : '30')),
    everyMs: count('--every', values.every),
  };
  if (values.help) process.stdout.write(help);
  else await interruptible((session) => run(options, quick, session));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

type Options = Omit<Parameters<typeof benchSubscriptions>[0], keyof Session>;

async function run(options: Options, quick: boolean, { report, signal }: Session): Promise<void> {
  demandOpenFiles(options.clients + otherFiles, 'give fewer --clients');
  await installPeers(report, signal);
  const result = await benchSubscriptions({ ...options, report, signal });
  const args = process.argv.slice(2);
  const markdown = renderSubscriptions(
    result,
    ['npm run bench:subscriptions', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
  );
  process.stdout.write(`\n${markdown}`);
  if (quick) return;
  await writeReport('subscriptions.md', markdown);
  report('wrote bench/reports/subscriptions.md');
}
