import { quantile } from '../measure/quantile.ts';
import type { Measured, TaxiResult } from './bench.ts';
import type { FaresResult } from './fares.ts';

const number = (value: number): string => Math.round(value).toLocaleString('en');
const msAt = (values: readonly number[], share: number): string => number(quantile(values, share));

/** Everybody has been answered by then, whatever happens. */
const promisedSeconds = 60;
/** An answer to `endRide` takes at most this long. */
const longestAnswerMs = 5_000;

/** The result as Markdown. `command` gives it again. */
export function renderTaxi(result: TaxiResult, { command }: { command: string }): string {
  const { publicly, atTheDoor, fares, fareBooks, bookers, bus, loads, machine } = result;
  return `\`\`\`sh
${command}
\`\`\`

# Many taxis at once: is everybody answered, and every ride paid once?

${verdict(result)}

## ${number(bookers)} customers at once

| | public graph, ${publicly.drivers} drivers | taxi's own door, ${atTheDoor.drivers} drivers |
|---|--:|--:|
${bookingRows([publicly, atTheDoor])}

The public graph has the drivers of the demo data and no others, far fewer than customers: most are refused or sent away, which is an answer too. At
taxi's own door the bench says who asks, as the router does, and brings drivers enough. One customer in eight rides and pays; the others
cancel when the car is on its way, which frees it for the next one. Of the drivers' answers 9 % decline and 1 % are none. *Told* is the time until the
customer's subscription says that a car comes or that none does; refusals count with the mutation's own time. Who gets no answer to a mutation asks
again.

## ${number(bookers)} rides that end at the same moment

| | ${fares.map(({ name }) => name).join(' | ')} |
|---|${fares.map(() => '--:').join('|')}|
${fareRows(fares)}

The provider takes 400 to 620 ms for a charge. Who is not paid ends the ride again 300 ms later. \`PAYMENT_UNAVAILABLE\` without waiting shows that
taxi's breaker towards pay is open. In the end ${number(fareBooks.completed)} rides were completed; charged wrongly, twice or not at
all: ${fareBooks.wronglyCharged}.

Queues, live events and the map in ${bus}. ${machine}; clients, processes, databases on the same machine. Its load average before
and after each part: ${loads.map((load) => load.toFixed(1)).join(', ')}.
`;
}

function verdict({ publicly, atTheDoor, fares, fareBooks }: TaxiResult): string {
  const both = [publicly, atTheDoor];
  const unanswered = both.reduce((sum, { result, books }) => sum + result.unanswered + books.unanswered, 0);
  const longestMs = Math.max(...fares.flatMap(({ answerMs }) => answerMs));
  const wrong = [publicly.books, atTheDoor.books, fareBooks].reduce(
    (sum, { wronglyCharged }) => sum + wronglyCharged,
    0,
  );
  const opened = fares.reduce((sum, { breaker }) => sum + breaker.openings, 0);
  const closed = fares.reduce((sum, { breaker }) => sum + breaker.closings, 0);
  const goal = (isMet: boolean, words: string) => `- ${isMet ? 'met' : '**not met**'}: ${words}`;
  return [
    goal(unanswered === 0, `every booking is answered within ${promisedSeconds} s; ${unanswered} were not`),
    goal(
      longestMs <= longestAnswerMs,
      `every answer to a ride's end within 5 s; the longest took ${(longestMs / 1000).toFixed(2)} s`,
    ),
    goal(
      opened > 0 && closed >= opened,
      `the breaker opens and closes again; it opened ${opened} times and closed ${closed} times`,
    ),
    goal(wrong === 0, `every completed ride is charged its fare once, and nothing else is charged; ${wrong} were not`),
  ].join('\n');
}

function bookingRows(columns: readonly Measured[]): string {
  const kinds = [...new Set(columns.flatMap(({ result }) => [...result.kinds.keys()]))].toSorted();
  const row = (name: string, cell: (measured: Measured) => string) => `| ${name} | ${columns.map(cell).join(' | ')} |`;
  return [
    row('asked', ({ result }) => number(result.answerMs.length + result.unanswered)),
    row('**unanswered**', ({ result, books }) => `**${result.unanswered + books.unanswered}**`),
    ...kinds.map((kind) => row(kind, ({ result }) => number(result.kinds.get(kind) ?? 0))),
    ...[...new Set(columns.flatMap(({ result }) => [...result.askedAgain.keys()]))].map((code) =>
      row(`asked again after ${code}`, ({ result }) => number(result.askedAgain.get(code) ?? 0)),
    ),
    row('rides completed and paid', ({ result }) => number(result.completed)),
    row('asked per second', ({ result }) => number(result.answerMs.length / result.seconds)),
    row('bookings made per second', ({ result, books }) => (books.bookings / result.seconds).toFixed(1)),
    ...([0.5, 0.95, 0.99, 1] as const).map((share) =>
      row(`\`requestTaxi\`, ${nameOf(share)}, ms`, ({ result }) => msAt(result.requestMs, share)),
    ),
    ...([0.5, 0.95, 0.99, 1] as const).map((share) =>
      row(`told, ${nameOf(share)}, ms`, ({ result }) => msAt(result.answerMs, share)),
    ),
    row('longest from request to answer in taxi’s books, s', ({ books }) => books.longestSeconds.toFixed(1)),
  ].join('\n');
}

const nameOf = (share: number): string => (share === 1 ? 'longest' : `p${share * 100}`);

function fareRows(fares: readonly FaresResult[]): string {
  const kinds = [...new Set(fares.flatMap((fare) => [...fare.kinds.keys()]))].toSorted();
  const row = (name: string, cell: (fare: FaresResult) => string) => `| ${name} | ${fares.map(cell).join(' | ')} |`;
  return [
    row('rides', ({ rides }) => number(rides)),
    ...kinds.map((kind) => row(`answers: ${kind}`, (fare) => number(fare.kinds.get(kind) ?? 0))),
    row('breaker opened, closed', ({ breaker: { openings, closings } }) => `${openings}, ${closings}`),
    ...([0.5, 0.95, 1] as const).map((share) =>
      row(`an answer, ${nameOf(share)}, ms`, ({ answerMs }) => msAt(answerMs, share)),
    ),
    row('until all were paid, s', ({ seconds }) => seconds.toFixed(1)),
  ].join('\n');
}
