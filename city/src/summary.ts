import type { Command } from './options.ts';
import type { Tally } from './tally.ts';
import { won } from './won.ts';

/** Said once, at the start. */
export function banner({ city, minutes }: Extract<Command, { kind: 'run' }>): string {
  const page = city.url.replace(/\/graphql$/, '');
  const end = minutes === null ? 'Ctrl-C ends it politely.' : `It ends after ${minutes} min, or with Ctrl-C.`;
  return `
  모아 · a living city

  ${city.drivers} taxi drivers, ${city.members} members and ${city.couriers} couriers live in Seoul by ${city.url},
  at ${city.speed} × the speed of life (--speed), ${city.arrivalsPerMinute} of them arriving within a minute (seed ${city.seed}).

  Look at        ${page}        Apollo Sandbox: sign in as 회원 01 (member01@demo.moa) and ask for your rides
  See it all     --verbose     every event in a line
  ${end}

`;
}

const liveBooking = ['REQUESTED', 'DISPATCHING', 'DISPATCHED', 'IN_RIDE', 'CANCEL_REQUESTED'];
const cancelledBooking = ['CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM'];

/** A line on how things stand. */
export function summary({ cars, bookings, orders, deliveries, fares, errors }: Tally, now: Date): string {
  const rides = (statuses: readonly string[]) => sum(statuses.map((status) => bookings[status] ?? 0));
  return [
    now.toTimeString().slice(0, 8),
    `cars ${cars.free} free · ${cars.onTheWay} coming · ${cars.riding} riding`,
    `rides ${rides(liveBooking)} open · ${rides(['COMPLETED'])} done · ${rides(cancelledBooking)} off · ${won(fares)}`,
    `orders ${(orders.ORDERED ?? 0) + (orders.PAID ?? 0)} open · ${orders.COMPLETED ?? 0} eaten · ${orders.CANCELLED ?? 0} off`,
    `${deliveries.completed} brought`,
    `${sum(Object.values(errors))} errors`,
  ].join('  │ ');
}

/** Everything, at the end. */
export function account(tally: Tally): string {
  const { bookings, orders, replies, refusals, errors } = tally;
  const rows: readonly (readonly [string, string])[] = [
    ['Rides 택시', `${list(bookings)}; fares of ${won(tally.fares)}`],
    ['Offers 배차', list(replies)],
    ['Live positions', String(tally.positionsSeen)],
    ['Orders 주문', `${list(orders)}; meals for ${won(tally.meals)}`],
    ['Deliveries 배달', `${tally.deliveries.accepted} taken on, ${tally.deliveries.completed} brought`],
    ['Refused by the graph', list(refusals)],
    ['Errors', list(errors)],
  ];
  return `\n${rows.map(([name, text]) => `  ${name.padEnd(22)} ${text}`).join('\n')}\n\n`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || 'none';
