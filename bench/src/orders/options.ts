import { parseArgs } from 'node:util';

export const help = `npm run bench:orders [-- --orders N] [--rounds N] [--quick]

Compares an order subgraph of 1,000 orders with one of many, and writes bench/reports/orders.md and orders.svg.
  --orders N   orders in the large one, 10,000 to 5,000,000; 1,000,000 when left out
  --rounds N   rounds that count, 1 to 200; 40 when left out
  --quick      a first look, printed and not written: 10,000 orders, 10 rounds
  --help       this page

DATABASE_URL   an administrator's URL of a PostgreSQL 18 to measure on; an embedded one when unset
`;

export type Options = {
  readonly orders: number;
  readonly rounds: number;
  /** Whether the report replaces the one that is kept. */
  readonly write: boolean;
  /** How to get the same again. */
  readonly command: string;
};

export class BadOption extends Error {}

/** `help` when that is what was asked for. @throws BadOption, in words for people */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { orders, rounds, quick = false, help: wanted } = parse(args);
  if (wanted) return 'help';
  return {
    orders: whole('orders', orders ?? (quick ? '10000' : '1000000'), 10_000, 5_000_000),
    rounds: whole('rounds', rounds ?? (quick ? '10' : '40'), 1, 200),
    write: !quick,
    command: ['npm run bench:orders', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        orders: { type: 'string' },
        rounds: { type: 'string' },
        quick: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    throw new BadOption(`${cause instanceof Error ? cause.message : cause}\n\n${help}`, { cause });
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new BadOption(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}
