import type { Jobs } from '@moa/jobs';
import type { LiveSignal } from '@moa/live';
import type { Bus, FactHandlers, Message } from '../src/index.ts';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A fact that pay hears of. */
export const placed = (n: number): Message => ({
  kind: 'fact',
  fact: {
    type: 'OrderPlaced',
    version: 1,
    orderId: uuid(n),
    customerId: uuid(1),
    paymentMethodId: uuid(2),
    total: 9_000,
  },
});

/** A fact that pay does not hear of. */
export const completed = (n: number): Message => ({
  kind: 'fact',
  fact: { type: 'OrderCompleted', version: 3, orderId: uuid(n), customerId: uuid(1) },
});

/** A fact that pay and notification hear of. */
export const cancelled = (n: number): Message => ({
  kind: 'fact',
  fact: { type: 'OrderCancelled', version: 2, orderId: uuid(n), customerId: uuid(1), reason: 'CUSTOMER' },
});

/** A fact that taxi, its view and others hear of. */
export const paid: Message = {
  kind: 'fact',
  fact: { type: 'RidePaid', version: 2, paymentId: uuid(3), rideId: uuid(4), payerId: uuid(1), amount: 14_200 },
};

const ignore = async () => undefined;

/** Handlers that do nothing; a test puts in those that it is about. */
export const heedless = {
  pay: {
    MemberDeleted: ignore,
    MemberJoined: ignore,
    OrderPlaced: ignore,
    OrderCancelled: ignore,
    RecommendationReady: ignore,
    RecommendationFailed: ignore,
  } satisfies FactHandlers<'pay'>,
  taxi: { MemberDeleted: ignore, RidePaid: ignore, RidePaymentRefused: ignore } satisfies FactHandlers<'taxi'>,
  'ride-history': {
    MemberDeleted: ignore,
    TaxiRequested: ignore,
    TaxiDispatching: ignore,
    TaxiDispatched: ignore,
    RideStarted: ignore,
    RideBilled: ignore,
    RideCompleted: ignore,
    TaxiCancelRequested: ignore,
    TaxiCancelledByCustomer: ignore,
    TaxiCancelledBySystem: ignore,
    RidePaid: ignore,
    RidePaymentRefused: ignore,
  } satisfies FactHandlers<'ride-history'>,
};

/** A job of the publisher's own. */
export const chore = (data: object = {}, delayMs?: number): Message => ({
  kind: 'job',
  name: 'chore',
  data,
  ...(delayMs !== undefined && { delayMs }),
});

/** A live entry on the channel `news`. */
export const news = (payload: object): Message => ({ kind: 'live', channel: 'news', payload });

/** The same bus, with a note of every job that was added and every live entry that was appended, in order. */
export function witnessed({ jobs, live }: Bus) {
  const added: string[] = [];
  const appended: unknown[] = [];
  const bus: Bus = {
    jobs: {
      ...jobs,
      add: async (queue, batch) => {
        await jobs.add(queue, batch);
        added.push(...batch.map(({ id }) => `${queue} ${id}`));
      },
    },
    live: {
      ...live,
      append: async (entries) => {
        await live.append(entries);
        appended.push(...entries.map(({ payload }) => payload));
      },
    },
  };
  return { bus, added, appended };
}

/** The ids of the jobs worked on `queue`, in order. */
export function workAll(jobs: Jobs, queue: string): string[] {
  const worked: string[] = [];
  jobs.work(queue, async ({ id }) => void worked.push(id));
  return worked;
}

/** The payloads of the next `count` entries. */
export async function take(signals: AsyncIterator<LiveSignal>, count: number): Promise<unknown[]> {
  const payloads: unknown[] = [];
  while (payloads.length < count) {
    const { done, value } = await signals.next();
    if (done) break;
    if (value.kind === 'entry') payloads.push(value.payload);
  }
  return payloads;
}
