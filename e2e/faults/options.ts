import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Fault, faults } from './faults.ts';
import { type FormName, formNames } from './form.ts';

export const help = `npm run faults -- [options]

Operates Moa, breaks it round after round, and checks that nothing that was promised is lost. Writes e2e/faults/reports/faults.md,
and beside it, for each form, the history of what people asked, were answered and saw, and the logs.

  --seed N          what is broken, and in which order; any number when left out (it is printed)
  --rounds N        how often each fault comes on each form; 1 when left out
  --form NAME       one of ${formNames.join(', ')}; all when left out
  --faults A,B      some of: ${faults.map(({ name }) => name).join(', ')}
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
    rounds: roundsIn(values.rounds),
    forms: values.form === undefined ? formNames : [oneOf(values.form, formNames)],
    faults: named === undefined ? faults : faults.filter(({ name }) => named.includes(name)),
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

function roundsIn(text: string): number {
  const rounds = Number(text);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new WrongOption(`--rounds is a whole number from 1 on, not ${text}.`);
  return rounds;
}

function oneOf<Name extends string>(text: string, names: readonly Name[]): Name {
  const name = names.find((known) => known === text);
  if (name === undefined) throw new WrongOption(`There is no ${text}, only ${names.join(', ')}.`);
  return name;
}
