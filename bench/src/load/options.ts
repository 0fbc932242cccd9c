import { parseArgs } from 'node:util';
import { demoCrowd } from '@moa/db/demo';
import { chosen, count } from '../../gateways/options.ts';
import { type Form, forms } from '../journeys/moa.ts';
import { type Profile, profilesOf } from './profiles.ts';

/** A name as it is typed. */
const typed = (name: string): string => name.replaceAll(' ', '-');

const formNames = forms.map(({ name }) => name);
const names = profilesOf('whole').map(({ name }) => name);

export const help = `npm run bench:load [-- --profiles LIST] [--form LIST] [--members N] [--quick]

Puts a Moa of its own under load, as people make it: they look, order food, call taxis, ask for ways and write plans. Ends with 1 when a
budget is not met. All profiles in both forms take twelve minutes, and write bench/reports/load.md with its charts.
  --profiles LIST  all unless told, and then printed and not written; of
${profilesOf('whole')
  .map(({ name, title }) => `                     ${name.padEnd(10)} ${title}`)
  .join('\n')}
  --form LIST      of ${formNames.map(typed).join(', ')}; both unless told. Many processes need redis-server
  --members N      who are signed in before (100)
  --quick          a first look, a fifth as long, printed and not written
  --help           this page
`;

export type Options = {
  readonly profiles: readonly Profile[];
  readonly forms: readonly Form['name'][];
  readonly members: number;
  readonly drivers: number;
  readonly warmUpSeconds: number;
  /** Whether this is what the report is made of. */
  readonly isWhole: boolean;
};

/** @throws Error for what can't be measured; nothing is returned where the help page was asked for */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profiles: { type: 'string', default: names.join() },
      form: { type: 'string', default: formNames.map(typed).join() },
      members: { type: 'string', default: '100' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return undefined;
  const wanted = chosen('--profiles', values.profiles, names);
  const wantedForms = chosen('--form', values.form, formNames.map(typed));
  const profiles = profilesOf(values.quick ? 'quick' : 'whole').filter(({ name }) => wanted.includes(name));
  return {
    profiles,
    forms: formNames.filter((name) => wantedForms.includes(typed(name))),
    drivers: demoCrowd.drivers.length,
    warmUpSeconds: values.quick ? 2 : 5,
    members: count('--members', values.members, 10_000),
    isWhole: !values.quick && profiles.length === names.length && wantedForms.length === formNames.length,
  };
}
