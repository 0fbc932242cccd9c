import { parseArgs } from 'node:util';
import { demoCrowd } from '@moa/db/demo';

export type CityOptions = {
  /** The graph's address. */
  readonly url: string;
  /** With the same seed everybody decides the same. */
  readonly seed: number;
  readonly drivers: number;
  readonly members: number;
  readonly couriers: number;
  /** Simulated seconds in a real one: how fast cars drive and people decide. */
  readonly speed: number;
  /** How many sign in within a minute at most. */
  readonly arrivalsPerMinute: number;
  /** Hears of everything that anybody does, in a line. */
  readonly onEvent: (text: string) => void;
};

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly city: Omit<CityOptions, 'onEvent'>;
      /** Null: until Ctrl-C. */
      readonly minutes: number | null;
      readonly verbose: boolean;
    };

export const help = `npm run city [-- options]

  Lets demo people live in the Moa that npm start brought up: drivers drive, members call taxis and order food,
  couriers bring it. All of it goes through the public graph, as any client's requests do.

  --url URL          the graph (http://127.0.0.1:4000/graphql)
  --seed N           the same seed, the same decisions (1)
  --drivers N        taxi drivers, up to ${demoCrowd.drivers.length} (${demoCrowd.drivers.length})
  --members N        members, up to ${demoCrowd.members.length} (${demoCrowd.members.length})
  --couriers N       couriers, up to ${demoCrowd.couriers.length} (${demoCrowd.couriers.length})
  --speed N          simulated seconds in a real one, from 0.1 to 100 (20)
  --arrivals N       how many sign in within a minute; Moa lets 30 of one network address (20)
  --minutes N        stop after so many real minutes (never)
  --verbose          tell everything that happens, in a line each
  --help             this text
`;

/** An option that can't be. Its message is for people. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** @throws OptionError */
export function readCommand(args: readonly string[]): Command {
  const { help, verbose, url, ...given } = parse(args);
  if (help) return { kind: 'help' };
  const number = (name: keyof typeof given, fallback: number, [least, most]: readonly [number, number]): number => {
    const text = given[name];
    const value = text === undefined ? fallback : Number(text);
    if (text !== '' && value >= least && value <= most) return value;
    throw new OptionError(`--${name} ${text} is no number from ${least} to ${most}.`);
  };
  const count = (name: keyof typeof given, fallback: number, range: readonly [number, number]): number => {
    const value = number(name, fallback, range);
    if (Number.isInteger(value)) return value;
    throw new OptionError(`--${name} ${value} is no whole number.`);
  };
  const upTo = (name: 'drivers' | 'members' | 'couriers') =>
    count(name, demoCrowd[name].length, [0, demoCrowd[name].length]);
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new OptionError(`--url ${url} is no http:// address.`);
  return {
    kind: 'run',
    city: {
      url,
      seed: count('seed', 1, [0, Number.MAX_SAFE_INTEGER]),
      drivers: upTo('drivers'),
      members: upTo('members'),
      couriers: upTo('couriers'),
      speed: number('speed', 20, [0.1, 100]),
      arrivalsPerMinute: count('arrivals', 20, [1, 10_000]),
    },
    minutes: given.minutes === undefined ? null : number('minutes', 1, [0, 100_000]),
    verbose,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
        seed: text,
        drivers: text,
        members: text,
        couriers: text,
        speed: text,
        arrivals: text,
        minutes: text,
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
}
