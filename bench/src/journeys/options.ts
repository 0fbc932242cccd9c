import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chosen, count } from '../../gateways/options.ts';
import type { Journey } from './journeys.ts';
import { type Form, forms } from './moa.ts';
import { ownCheckout } from './probed-process.ts';

/** A name as it is typed. */
const typed = (name: string): string => name.replaceAll(' ', '-');

export const journeyNames: readonly Journey['name'][] = ['my page', 'place an order', 'find a path'];
const formNames = forms.map(({ name }) => name);

export const help = `npm run bench:journeys [-- --rounds N] [--journeys LIST] [--forms LIST] [--before FOLDER]

Follows what people do from their client to PostgreSQL and back, with all of Moa in one process and in many: how long it takes, what it costs
and where that goes, and how many statements it takes. Writes bench/reports/journeys.md, in about six minutes.
  --rounds N       rounds that count (10)
  --seconds N      of one journey in one form in one round, by one client (3)
  --profile N      seconds of one journey in one form under the profiler, by three clients (10)
  --journeys LIST  of ${journeyNames.map(typed).join(', ')}; all unless told
  --forms LIST     of ${formNames.map(typed).join(', ')}; both unless told. Many processes need redis-server
  --before FOLDER  another checkout of the project, with its packages installed, that this one is compared with, in turns
  --quick          a first look, printed and not written: 2 rounds of 2 s, 4 s under the profiler
  --help           this page
`;

export type Options = {
  readonly rounds: number;
  readonly seconds: number;
  readonly profileSeconds: number;
  readonly journeys: readonly Journey['name'][];
  readonly forms: readonly Form['name'][];
  readonly checkouts: { readonly this: string; readonly before: string | undefined };
  /** How to get the same again, wherever the other checkout lies. */
  readonly command: string;
  /** Print only. */
  readonly quick: boolean;
};

/** @throws Error for what can't be measured; nothing is returned where the help page was asked for */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      profile: { type: 'string' },
      journeys: { type: 'string', default: journeyNames.map(typed).join() },
      forms: { type: 'string', default: formNames.map(typed).join() },
      before: { type: 'string' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return undefined;
  const { quick } = values;
  const asked = {
    journeys: chosen('--journeys', values.journeys, journeyNames.map(typed)),
    forms: chosen('--forms', values.forms, formNames.map(typed)),
  };
  return {
    rounds: count('--rounds', values.rounds ?? (quick ? '2' : '10')),
    seconds: count('--seconds', values.seconds ?? (quick ? '2' : '3')),
    profileSeconds: count('--profile', values.profile ?? (quick ? '4' : '10')),
    journeys: journeyNames.filter((name) => asked.journeys.includes(typed(name))),
    forms: formNames.filter((name) => asked.forms.includes(typed(name))),
    checkouts: { this: ownCheckout, before: values.before === undefined ? undefined : checkoutAt(values.before) },
    command: ['npm run bench:journeys', ...(args.length > 0 ? ['--', ...args.map(withoutFolder)] : [])].join(' '),
    quick,
  };
}

const withoutFolder = (arg: string, index: number, args: readonly string[]): string =>
  args[index - 1] === '--before' ? 'FOLDER' : arg.replace(/^--before=.*/, '--before=FOLDER');

function checkoutAt(folder: string): string {
  const found = path.resolve(folder);
  for (const needed of ['moa/moa.mjs', 'node_modules']) {
    if (!statSync(path.join(found, needed), { throwIfNoEntry: false }))
      throw new Error(
        `--before ${folder} has no ${needed}; give the folder of another checkout, and run \`npm ci\` there.`,
      );
  }
  return found;
}
