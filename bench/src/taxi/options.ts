import { parseArgs } from 'node:util';

export const help = `npm run bench:taxi [-- --bookings N] [--bookers N] [--rides N] [--rounds N] [--bus redis|postgres] [--write]

Many customers at once against a Moa of its own: is every booking answered within 60 s, and every ride paid once?
  --bookings N   over the public graph, with the 25 demo drivers: 10 to 100,000; 1,000 when left out
  --rides N      at taxi's own door, with enough drivers: 10 to 100,000; a tenth of the bookings when left out
  --bookers N    customers at once, 1 to 1,000; 255 when left out
  --rounds N     how often all customers get out at once, 1 to 100; 2 when left out
  --bus NAME     where queues, live events and the map are: redis (needs redis-server on PATH), or postgres; redis when left out
  --write        the report replaces bench/reports/taxi.md
  --help         this page

DATABASE_URL   an administrator's URL of a PostgreSQL 18 to measure on; an embedded one when unset
`;

export type BusName = 'redis' | 'postgres';

export type Options = {
  readonly bookings: number;
  readonly rides: number;
  readonly bookers: number;
  readonly rounds: number;
  readonly bus: BusName;
  readonly write: boolean;
  /** How to get the same again. */
  readonly command: string;
};

export class BadOption extends Error {}

/** `help` when that is what was asked for. @throws BadOption, in words for people */
export function readOptions(args: readonly string[]): Options | 'help' {
  const given = parse(args);
  if (given.help) return 'help';
  const bookings = whole('bookings', given.bookings ?? '1000', 10, 100_000);
  return {
    bookings,
    rides: whole('rides', given.rides ?? String(Math.max(10, Math.round(bookings / 10))), 10, 100_000),
    bookers: whole('bookers', given.bookers ?? '255', 1, 1_000),
    rounds: whole('rounds', given.rounds ?? '2', 1, 100),
    bus: busOf(given.bus ?? 'redis'),
    write: given.write ?? false,
    command: ['npm run bench:taxi', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        bookings: { type: 'string' },
        rides: { type: 'string' },
        bookers: { type: 'string' },
        rounds: { type: 'string' },
        bus: { type: 'string' },
        write: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    throw new BadOption(`${cause instanceof Error ? cause.message : cause}\n\n${help}`, { cause });
  }
}

function busOf(name: string): BusName {
  if (name === 'redis' || name === 'postgres') return name;
  throw new BadOption(`--bus must be redis or postgres, not "${name}".`);
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new BadOption(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}
