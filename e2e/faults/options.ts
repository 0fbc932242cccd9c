import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Fault, faults } from './faults.ts';
import { type FormName, formNames, usualLockMs } from './form.ts';

export const help = `npm run faults -- [options]

Operates Moa, breaks it round after round, and checks that nothing that was promised is lost. Adds the run to those in
e2e/faults/reports/runs.jsonl, and writes faults.md there, the sum of them; beside it, for each form, the history of what people asked,
were answered and saw, and the logs.

  --seed N          what is broken, and in which order; any number when left out (it is printed)
  --rounds N        how often each fault comes on each form; 1 when left out
  --form NAME       one of ${formNames.join(', ')}; all when left out
  --faults A,B      some of: ${faults.map(({ name }) => name).join(', ')}
  --together N      how many faults come one after the other before all has to come to its end; 1 when left out
  --lock-seconds N  how long a job belongs to its worker, which is what a round waits for longest; 30, as in operation, when left out
  --quick           three faults on each form, chosen by the seed
  --broken NAME     lets Moa run with a fault in its own code, which a check must find; no report
  --out FOLDER      where all that goes; e2e/faults/reports when left out
  --help            this text

Needs redis-server on PATH for many-processes. Ends with 1 when something was wrong.
`;

export type Options = {
  readonly seed: string;
  readonly rounds: number;
  readonly forms: readonly FormName[];
  readonly faults: readonly Fault[];
  readonly together: number;
  readonly lockSeconds: number;
  readonly quick: boolean;
  readonly broken: string | undefined;
  /** A folder's path. */
  readonly out: string;
};

/** What somebody typed can't be meant. Its message says what can. */
export class WrongOption extends Error {}

/** @throws WrongOption */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parse(args);
  if (values.help) return 'help';
  const named = values.faults?.split(',').map((name) =>
    oneOf(
      name,
      faults.map((fault) => fault.name),
    ),
  );
  return {
    seed: values.seed ?? String(Math.floor(Math.random() * 1_000_000)),
    rounds: countIn('rounds', values.rounds),
    forms: values.form === undefined ? formNames : [oneOf(values.form, formNames)],
    faults: named === undefined ? faults : faults.filter(({ name }) => named.includes(name)),
    together: countIn('together', values.together),
    lockSeconds: countIn('lock-seconds', values['lock-seconds']),
    quick: values.quick,
    broken: values.broken,
    out: values.out ?? fileURLToPath(new URL('reports', import.meta.url)),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        rounds: { type: 'string', default: '1' },
        form: { type: 'string' },
        faults: { type: 'string' },
        together: { type: 'string', default: '1' },
        'lock-seconds': { type: 'string', default: String(usualLockMs / 1_000) },
        quick: { type: 'boolean', default: false },
        broken: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongOption(error instanceof Error ? error.message : String(error));
  }
}

function countIn(option: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new WrongOption(`--${option} is a whole number from 1 on, not ${text}.`);
  return count;
}

function oneOf<Name extends string>(text: string, names: readonly Name[]): Name {
  const name = names.find((known) => known === text);
  if (name === undefined) throw new WrongOption(`There is no ${text}, only ${names.join(', ')}.`);
  return name;
}
