import { quantile } from '../../src/measure/quantile.ts';
import { openClient } from './client.ts';

/** What the bench asks of the process of all clients; each command has one answer. */
export type Command =
  | { readonly do: 'open'; readonly url: string; readonly query: string; readonly count: number; readonly own: boolean }
  /** How many have not received this event yet, or one after it? */
  | { readonly do: 'count missing'; readonly number: number }
  /** What became of the events from this one on? */
  | { readonly do: 'sum up'; readonly from: number };

export type Opened = { readonly opened: number };
export type Missing = { readonly missing: number; readonly ended: number; readonly why: string };
/** Times in milliseconds. */
export type SummedUp = {
  readonly deliveries: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
};

/** So many knock at once. */
const knocking = 100;

const latest: number[] = [];
const times = new Map<number, number[]>();
let ended = 0;
let why = '';

async function open({ url, query, count, own }: Extract<Command, { do: 'open' }>): Promise<Opened> {
  const numbers = Array.from({ length: count }, (_, number) => number).values();
  const knock = async () => {
    for (const client of numbers) {
      latest[client] = 0;
      await openClient({
        url,
        query,
        channel: own ? client : 0,
        onEvent({ number, milliseconds }) {
          latest[client] = number;
          const known = times.get(number);
          if (known) known.push(milliseconds);
          else times.set(number, [milliseconds]);
        },
        onEnd(reason) {
          ended += 1;
          why ||= reason;
        },
      });
    }
  };
  await Promise.all(Array.from({ length: knocking }, knock));
  return { opened: count };
}

function sumUp(from: number): SummedUp {
  const all = [...times].filter(([number]) => number >= from).flatMap(([, each]) => each);
  return { deliveries: all.length, p50: quantile(all, 0.5), p99: quantile(all, 0.99), longest: quantile(all, 1) };
}

async function obey(command: Command): Promise<Opened | Missing | SummedUp> {
  switch (command.do) {
    case 'open':
      return open(command);
    case 'count missing':
      return { missing: latest.filter((number) => number < command.number).length, ended, why };
    case 'sum up':
      return sumUp(command.from);
  }
}

process.on('message', async (message) => {
  process.send?.(await obey(message as Command)); // the other end is bench.ts
});
process.on('disconnect', () => process.exit()); // the bench has ended
