import type { Book, Books } from '../books.ts';
import type { History, Sighting } from '../history.ts';
import type { Invariant } from './invariant.ts';

type StateStream = Exclude<Sighting['stream'], 'notificationAdded'>;

/** Which states may follow each one directly, as subscribers see them. */
const nextStates: Readonly<Record<StateStream, Readonly<Record<string, readonly string[]>>>> = {
  orderChanged: { ORDERED: ['PAID', 'CANCELLED'], PAID: ['COMPLETED', 'CANCELLED'] },
  taxiBookingChanged: {
    REQUESTED: ['DISPATCHING', 'CANCEL_REQUESTED', 'CANCELLED_BY_SYSTEM'],
    DISPATCHING: ['DISPATCHED', 'CANCEL_REQUESTED', 'CANCELLED_BY_SYSTEM'],
    DISPATCHED: ['IN_RIDE', 'CANCEL_REQUESTED'],
    CANCEL_REQUESTED: ['IN_RIDE', 'CANCELLED_BY_CUSTOMER'],
    IN_RIDE: ['COMPLETED'],
  },
  recommendationChanged: { REQUESTED: ['READY', 'FAILED'] },
};

/** Where the last state is written down. */
const truths: Readonly<Record<StateStream, readonly [Book, query: string]>> = {
  orderChanged: ['order', `select concat_ws(' ', id, status) from orders`],
  taxiBookingChanged: ['taxi', `select concat_ws(' ', id, status) from bookings`],
  recommendationChanged: ['plan', `select concat_ws(' ', id, state) from recommendations`],
};

/** An outage of the live log excuses a state that was skipped. It begins this long before it is noted, and is noticed so long after it. In ms. */
const [beforehandMs, afterwardsMs] = [5_000, 15_000];

const isOfState = ({ stream }: Sighting): boolean => stream !== 'notificationAdded';

/** What each watcher saw, in order. */
const views = (sightings: readonly Sighting[]): readonly (readonly Sighting[])[] => [
  ...Map.groupBy(sightings, ({ watcher }) => watcher).values(),
];

function pairs(history: History): readonly (readonly [Sighting, Sighting])[] {
  return views(history.sightings.filter(isOfState)).flatMap((view) =>
    view.slice(1).flatMap((sighting, index) => {
      const before = view[index];
      return before && before.state !== sighting.state ? [[before, sighting] as const] : [];
    }),
  );
}

const stepsFrom = ({ stream, state }: Sighting): readonly string[] =>
  stream === 'notificationAdded' ? [] : (nextStates[stream][state] ?? []);

const leadsTo = (from: Sighting, state: string): boolean =>
  stepsFrom(from).some((next) => next === state || leadsTo({ ...from, state: next }, state));

const words = ([from, to]: readonly [Sighting, Sighting]): string =>
  `${to.stream} ${to.about}: ${from.state} → ${to.state}, connection ${from.connection} → ${to.connection}`;

async function backwards(_books: Books, history: History): Promise<readonly string[]> {
  return pairs(history)
    .filter(([from, to]) => !leadsTo(from, to.state))
    .map(words);
}

/** A state may be passed over by who subscribed again, and while the live log was out of order: then the present one is shown. */
async function skipped(_books: Books, history: History): Promise<readonly string[]> {
  const isExcused = ([from, to]: readonly [Sighting, Sighting]) =>
    from.connection !== to.connection ||
    history.disturbances.some(
      ({ at, until = Date.now() }) => at - beforehandMs <= to.at && until + afterwardsMs >= from.at,
    );
  return pairs(history)
    .filter((pair) => !stepsFrom(pair[0]).includes(pair[1].state) && !isExcused(pair))
    .map(words);
}

async function endNotSeen(books: Books, history: History): Promise<readonly string[]> {
  const each = (Object.keys(truths) as StateStream[]) // the record's own keys
    .map(async (stream) => {
      const last = views(history.sightings.filter((sighting) => sighting.stream === stream)).map((view) => view.at(-1));
      const known = new Set(await books.lines(...truths[stream]));
      return last
        .filter((sighting) => sighting !== undefined && !known.has(`${sighting.about} ${sighting.state}`))
        .map((sighting) => `${stream} ${sighting?.about}: last seen ${sighting?.state}`);
    });
  return (await Promise.all(each)).flat();
}

/** From the first that a watcher saw on, the mailbox and what the watcher saw are one row of ids. */
async function mailboxNotSeen(books: Books, history: History): Promise<readonly string[]> {
  const rows = await books.rows<{ member: string; ids: string[] }>(
    'notification',
    'select recipient_id as member, array_agg(id::text order by number) as ids from notifications group by 1',
  );
  const mailboxes = new Map(rows.map(({ member, ids }) => [member, ids]));
  return views(history.sightings.filter((sighting) => !isOfState(sighting))).flatMap((view) => {
    const [first] = view;
    const mailbox = mailboxes.get(first?.about ?? '') ?? [];
    const expected = mailbox.slice(Math.max(0, mailbox.indexOf(first?.state ?? '')));
    const seen = view.map(({ state }) => state);
    const place = expected.findIndex((id, index) => id !== seen[index]);
    if (place < 0 && seen.length === expected.length) return [];
    const at = place < 0 ? expected.length : place;
    return [`${first?.about}: number ${at + 1} of ${expected.length} is ${expected[at]}, and ${seen[at]} was seen`];
  });
}

/** What people see who are watching. */
export const liveInvariants: readonly Invariant[] = [
  {
    name: 'live-never-back',
    forbids: 'a watcher who was shown an earlier state after a later one',
    promise: 'F11',
    holds: 'always',
    offenders: backwards,
    spoil: { told: (history) => ({ ...history, sightings: history.sightings.toReversed() }) },
  },
  {
    name: 'live-skips-nothing',
    forbids: 'a watcher who was not shown a state though nothing was broken',
    promise: 'F11',
    holds: 'settled',
    offenders: skipped,
    spoil: {
      told: (history) => ({
        ...history,
        disturbances: [],
        sightings: history.sightings
          .filter(({ state }) => state !== 'PAID' && state !== 'DISPATCHED')
          .map((sighting) => ({ ...sighting, connection: 1 })),
      }),
    },
  },
  {
    name: 'live-shows-the-end',
    forbids: 'a watcher who was not shown how it ended',
    promise: 'F11',
    holds: 'settled',
    offenders: endNotSeen,
    spoil: {
      told: (history) => ({
        ...history,
        sightings: history.sightings.filter(({ state }) => state !== 'COMPLETED' && state !== 'READY'),
      }),
    },
  },
  {
    name: 'live-notifications-complete',
    forbids: 'a notification that was not shown to who watches, or shown twice, or out of order',
    promise: 'P10',
    holds: 'settled',
    offenders: mailboxNotSeen,
    spoil: {
      told: (history) => ({
        ...history,
        sightings: history.sightings.filter(({ stream }, index) => stream !== 'notificationAdded' || index % 7 !== 3),
      }),
    },
  },
];
