import { type Subscription, SubscriptionRefused } from '@moa/testing';
import type { History, Sighting } from '../history.ts';
import type { Member } from './member.ts';
import type { Shift } from './shift.ts';

type Stream = Sighting['stream'];
type Event = { readonly node: { readonly id: string; readonly state: string } | null };

const documents: Readonly<Record<Stream, string>> = {
  orderChanged: 'subscription ($id: ID!) { node: orderChanged(orderId: $id) { id state: status } }',
  taxiBookingChanged: 'subscription ($id: ID!) { node: taxiBookingChanged(bookingId: $id) { id state: status } }',
  recommendationChanged:
    'subscription ($id: ID!) { node: recommendationChanged(recommendationId: $id) { id state: status } }',
  notificationAdded: 'subscription ($after: ID) { node: notificationAdded(after: $after) { id state: id } }',
};

const last = ['COMPLETED', 'CANCELLED', 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM', 'READY', 'FAILED'];
/** Between two connections. */
const againMs = 300;

export type Watchers = {
  /** Watches until the last state was seen, or it is over: subscribes again whenever the connection is lost. */
  watch(member: Member, stream: Exclude<Stream, 'notificationAdded'>, about: string): void;
  /** Watches the mailbox until it is over, from the last notification on that is in it. */
  watchMailbox(member: Member): Promise<void>;
  /** Resolves once nobody watches any more. */
  left(): Promise<unknown>;
};

export function gatherWatchers(history: History, shift: Shift): Watchers {
  const watching: Promise<void>[] = [];
  let count = 0;

  /** Notes all that one connection shows. Gives the last of it. */
  const look = async (
    events: Subscription<Event>,
    seen: Omit<Sighting, 'at' | 'state'>,
  ): Promise<string | undefined> => {
    let state: string | undefined;
    for (;;) {
      const event = await nextOf(events);
      if (!event?.data?.node) return state;
      state = event.data.node.state;
      history.saw({ ...seen, state });
      if (last.includes(state)) return state;
    }
  };

  const keepWatching = async (member: Member, stream: Stream, about: string, after?: string): Promise<void> => {
    count += 1;
    const watcher = count;
    let state = after;
    for (let connection = 1; !shift.isOver() && !(state && last.includes(state)); connection += 1) {
      const variables = stream === 'notificationAdded' ? { after: state ?? null } : { id: about };
      const events = await member.watch<Event>(documents[stream], variables).catch(() => undefined);
      if (events) {
        const close = () => void events.close();
        shift.over.addEventListener('abort', close, { once: true });
        state = (await look(events, { stream, about, watcher, connection })) ?? state;
        shift.over.removeEventListener('abort', close);
        await events.close();
      }
      await shift.rest(againMs);
    }
  };

  return {
    watch(member, stream, about) {
      watching.push(keepWatching(member, stream, about));
    },
    async watchMailbox(member) {
      const mailbox = await member.read<{ me: { notifications: { nodes: { id: string }[] } } | null }>(
        '{ me { notifications(first: 1) { nodes { id } } } }',
      );
      const newest = mailbox?.me?.notifications.nodes[0]?.id;
      watching.push(keepWatching(member, 'notificationAdded', member.id, newest));
    },
    left: () => Promise.all(watching),
  };
}

/** The next event, however long it takes; undefined when the connection is lost. */
async function nextOf<Data>(events: Subscription<Data>) {
  let isOpen = true;
  void events.closed.then(() => {
    isOpen = false;
  });
  for (;;) {
    try {
      const { value } = await events.next();
      return value;
    } catch (error) {
      // Nothing came for a while: that is no failure.
      if (!isOpen || error instanceof SubscriptionRefused) return undefined;
    }
  }
}
