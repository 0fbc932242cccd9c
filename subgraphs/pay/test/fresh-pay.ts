import { randomUUIDv7 } from 'node:crypto';
import { type Fact, type FactOf, type PayFact, parseFact, payFact, subscribers } from '@moa/contracts';
import { migrate } from '@moa/database';
import type { Role, Viewer } from '@moa/identity';
import { factQueue, jobQueue } from '@moa/outbox';
import { serveSubgraph } from '@moa/subgraph/testing';
import { type Bus, freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { createProvider, database, openPay } from '../src/index.ts';
import { freshSandbox } from './fresh-sandbox.ts';

export type PaymentAnswer = {
  id: string;
  status: string;
  amount: number;
  order: { id: string } | null;
  ride: { id: string } | null;
  refusal: { code: string; message: string } | null;
  createdAt: string;
  refundedAt: string | null;
};

type Line = { kind: 'captured' | 'declined' | 'refunded'; idempotencyKey: string; amount: number; chargeId: string };

const paymentFields = 'id status amount order { id } ride { id } refusal { code message } createdAt refundedAt';

export type RideInput = {
  rideId: string;
  customerId: string;
  paymentMethodId?: string | null;
  amount: number;
};
export type RideAnswer = Pick<PaymentAnswer, 'status' | 'refusal'> & { paymentId: string };

export const payingRide = `mutation ($input: PayRideInput!) {
  payRide(input: $input) { status paymentId refusal { code message } }
}`;

export const taxi: Viewer = { kind: 'service', name: 'taxi' };
export const plan: Viewer = { kind: 'service', name: 'plan' };

/** The id of what a fact says was paid for. */
export function subjectOf(fact: PayFact): string {
  if ('rideId' in fact) return fact.rideId;
  return 'purchaseId' in fact ? fact.purchaseId : fact.orderId;
}

export const member = (memberId: string, ...roles: Role[]): Viewer => ({
  kind: 'member',
  memberId,
  roles: ['MEMBER', ...roles],
});

/** Pay as it runs: its own database, real queues, a sandbox over HTTP; the test stands for the other subgraphs and for the router. */
export async function freshPay(bus: Bus, { deadlineMs = 900 } = {}) {
  const [tables, sandbox] = await Promise.all([
    freshDatabase({ name: 'pay', migrate: (url) => migrate(url, database) }),
    freshSandbox(),
  ]);
  const provider = createProvider({
    kind: 'sandbox',
    url: sandbox.url,
    deadlineMs,
    breaker: { halfOpenAfterMs: 100 },
  });
  const served = await serveSubgraph(bus, (ground) => openPay({ databaseUrl: tables.url, provider }, ground));
  const open = () => openPay({ databaseUrl: tables.url, provider }, served);
  const { ask } = served;
  const { jobs } = served.bus;

  const told: PayFact[] = [];
  const listeners = (['order', 'taxi', 'notification'] as const).map((name) =>
    jobs.work(factQueue(name), async ({ data }) => {
      const fact = parseFact(data);
      // What several hear counts once.
      if (isOfPay(fact) && subscribers[fact.type][0] === name) told.push(fact);
    }),
  );

  const deliver = async (...facts: Fact[]): Promise<string[]> => {
    const messages = facts.map((data) => ({ id: `order-${randomUUIDv7()}`, name: data.type, data }));
    await jobs.add(factQueue('pay'), messages);
    return messages.map(({ id }) => id);
  };

  const job = async (name: string, data: object): Promise<string> => {
    const id = `now-${randomUUIDv7()}`;
    await jobs.add(jobQueue('pay'), [{ id, name, data }]);
    return id;
  };

  const save = async (memberId: string, providerToken: string): Promise<string> => {
    const { data } = await ask<{ savePaymentMethod: { paymentMethod: { id: string } } }>(
      member(memberId),
      `mutation ($input: SavePaymentMethodInput!) { savePaymentMethod(input: $input) { paymentMethod { id } } }`,
      { input: { providerToken } },
    );
    if (!data) throw new Error('The payment method was not saved.');
    return data.savePaymentMethod.paymentMethod.id;
  };

  const paymentsOfOrders = async (viewer: Viewer, ...orderIds: string[]) => {
    const { data } = await ask<{ _entities: { payment: PaymentAnswer | null }[] }>(
      viewer,
      `query ($orders: [_Any!]!) { _entities(representations: $orders) { ... on Order { payment { ${paymentFields} } } } }`,
      { orders: orderIds.map((id) => ({ __typename: 'Order', id })) },
    );
    return data?._entities.map(({ payment }) => payment) ?? [];
  };

  return {
    url: tables.url,
    sandbox,
    ask,
    save,
    /** The ids of what a member can pay with. */
    async paymentMethodsOf(memberId: string): Promise<string[]> {
      const { data } = await ask<{ _entities: [{ paymentMethods: { id: string }[] }] }>(
        member(memberId),
        'query ($members: [_Any!]!) { _entities(representations: $members) { ... on Member { paymentMethods { id } } } }',
        { members: [{ __typename: 'Member', id: memberId }] },
      );
      return data?._entities[0].paymentMethods.map(({ id }) => id) ?? [];
    },
    paymentsOfOrders,
    paymentFields,
    /** Taxi asks for the fare of a ride. */
    async payRide(input: RideInput): Promise<RideAnswer> {
      const { data, errors } = await ask<{ payRide: RideAnswer }>(taxi, payingRide, { input });
      if (!data) throw new Error(`The ride was not paid for: ${JSON.stringify(errors)}`);
      return data.payRide;
    },
    /** A member's payments, the newest first. */
    async paymentsOf(memberId: string): Promise<PaymentAnswer[]> {
      const { data } = await ask<{ _entities: [{ payments: { nodes: PaymentAnswer[] } }] }>(
        member(memberId),
        `query ($members: [_Any!]!) {
          _entities(representations: $members) { ... on Member { payments { nodes { ${paymentFields} } } } }
        }`,
        { members: [{ __typename: 'Member', id: memberId }] },
      );
      return data?._entities[0].payments.nodes ?? [];
    },
    /** Another process, so to speak, that works beside the first. */
    open,
    /** What such a process is opened with, to bring a provider of its own. */
    ground: served,

    /** What the outboxes of others would hand over; every call is a message of its own. */
    deliver,
    /** The same, and resolves once pay has worked them off. */
    async tell(...facts: Fact[]): Promise<void> {
      const ids = await deliver(...facts);
      await until(async () => {
        const states = await jobs.stateOf(factQueue('pay'), ids);
        return ids.every((id) => states.get(id) === 'done');
      });
    },
    /** Adds a job of pay's own that is due now. Gives its id to wait for. */
    job,
    /**
     * Does at once the job that was left with a payment for 5 s later. Which of the two runs comes first makes no difference.
     * @throws when none was left
     */
    async hasten(paymentId: string): Promise<void> {
      const client = new pg.Client({ connectionString: tables.url });
      await client.connect();
      const { rows } = await client.query<{ name: string }>(
        `select topic as name from outbox where kind = 'job' and payload = $1 and delay_ms = 5000`,
        [{ paymentId }],
      );
      await client.end();
      if (!rows[0]) throw new Error(`No job was left with the payment ${paymentId}.`);
      await job(rows[0].name, { paymentId });
    },
    /** The same job many times over, as a queue may do it after crashes. Gives the ids to wait for. */
    async repeat(name: string, paymentId: string, times: number): Promise<string[]> {
      const ids = Array.from({ length: times }, () => `again-${randomUUIDv7()}`);
      await jobs.add(
        jobQueue('pay'),
        ids.map((id) => ({ id, name, data: { paymentId } })),
      );
      return ids;
    },
    /** Resolves once all of these have been worked off. */
    done: (ids: readonly string[]) =>
      until(async () => {
        const states = await jobs.stateOf(jobQueue('pay'), ids);
        return ids.every((id) => states.get(id) === 'done');
      }),

    /** The payment of a customer's order as soon as it is in that status; in any when left out. */
    paymentIn: ({ customerId, orderId }: FactOf<'OrderPlaced'>, status?: string) =>
      until(async () => {
        const [payment] = await paymentsOfOrders(member(customerId), orderId);
        if (!payment || (status !== undefined && payment.status !== status)) return undefined;
        return payment;
      }),
    /** Everything that pay told, in the order of arrival. */
    told,
    /** What was told of an order or a ride, as soon as there is that much. */
    toldOf: (subjectId: string, count: number) =>
      until(() => {
        const facts = told.filter((fact) => subjectOf(fact) === subjectId);
        return facts.length >= count && facts;
      }),
    /** The provider's books under a payment's keys. */
    async booksOf(paymentId: string): Promise<Line[]> {
      const { body } = await sandbox.get('/v1/books?limit=1000');
      const { entries } = body as { entries: Line[] }; // the sandbox's own tests hold it to this
      return entries.filter(({ idempotencyKey }) => idempotencyKey.startsWith(paymentId));
    },

    async close() {
      await Promise.all(listeners.map((listener) => listener.close()));
      await served.close();
      await provider.close();
      await Promise.all([sandbox.drop(), tables.drop()]);
    },
  };
}

const isOfPay = (fact: Fact): fact is PayFact => payFact.safeParse(fact).success;
