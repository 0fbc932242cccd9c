import { randomUUIDv7 } from 'node:crypto';
import { type Fact, type FactOf, type PayFact, parseFact } from '@moa/contracts';
import { migrate } from '@moa/database';
import type { Role, Viewer } from '@moa/identity';
import { factQueue, jobQueue } from '@moa/outbox';
import { serveSubgraph } from '@moa/subgraph/testing';
import { type Bus, freshDatabase, until } from '@moa/testing';
import { createProvider, database, openPay } from '../src/index.ts';
import { freshSandbox } from './fresh-sandbox.ts';

export type PaymentAnswer = {
  id: string;
  status: string;
  amount: number;
  order: { id: string };
  refusal: { code: string; message: string } | null;
  createdAt: string;
  refundedAt: string | null;
};

type Line = { kind: 'captured' | 'declined' | 'refunded'; idempotencyKey: string; amount: number; chargeId: string };

const paymentFields = 'id status amount order { id } refusal { code message } createdAt refundedAt';

export const member = (memberId: string, ...roles: Role[]): Viewer => ({
  kind: 'member',
  memberId,
  roles: ['MEMBER', ...roles],
});

/** Pay as it runs: its own database, real queues, a sandbox over HTTP; the test stands for order and for the router. */
export async function freshPay(bus: Bus) {
  const [tables, sandbox] = await Promise.all([
    freshDatabase({ name: 'pay', migrate: (url) => migrate(url, database) }),
    freshSandbox(),
  ]);
  const provider = createProvider({
    kind: 'sandbox',
    url: sandbox.url,
    deadlineMs: 900,
    breaker: { halfOpenAfterMs: 100 },
  });
  const served = await serveSubgraph(bus, (ground) => openPay({ databaseUrl: tables.url, provider }, ground));
  const open = () => openPay({ databaseUrl: tables.url, provider }, served);
  const { ask } = served;
  const { jobs } = served.bus;

  const told: PayFact[] = [];
  const order = jobs.work(factQueue('order'), async ({ data }) => {
    const fact = parseFact(data);
    if (isOfPay(fact)) told.push(fact);
  });

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
    /** Another process, so to speak, that works beside the first. */
    open,

    /** What order's outbox would hand over; every call is a message of its own. */
    deliver: (...facts: Fact[]) =>
      jobs.add(
        factQueue('pay'),
        facts.map((data) => ({ id: `order-${randomUUIDv7()}`, name: data.type, data })),
      ),
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
    /** Everything that pay told order, in the order of arrival. */
    told,
    /** What was told of an order, as soon as there is that much. */
    toldOf: (orderId: string, count: number) =>
      until(() => {
        const facts = told.filter((fact) => fact.orderId === orderId);
        return facts.length >= count && facts;
      }),
    /** The provider's books under a payment's keys. */
    async booksOf(paymentId: string): Promise<Line[]> {
      const { body } = await sandbox.get('/v1/books?limit=1000');
      const { entries } = body as { entries: Line[] }; // the sandbox's own tests hold it to this
      return entries.filter(({ idempotencyKey }) => idempotencyKey.startsWith(paymentId));
    },

    async close() {
      await order.close();
      await served.close();
      await provider.close();
      await Promise.all([sandbox.drop(), tables.drop()]);
    },
  };
}

const isOfPay = (fact: Fact): fact is PayFact =>
  fact.type === 'PaymentCaptured' || fact.type === 'PaymentRefused' || fact.type === 'PaymentRefunded';
