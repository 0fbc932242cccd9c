import { buses, post, until } from '@moa/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AuditedOrder, audit, faultsOf, openMessages } from '../src/audit.ts';
import { accept, cancelOrder, complete, paymentMethodOf, placeOrder } from '../src/food.ts';
import { demoEmails, type Person, signIn } from '../src/person.ts';
import { openPlace } from '../src/place.ts';
import { startProcess } from '../src/process.ts';

/** `KILLS=50 npx vitest run e2e/test/kill.test.ts` for a longer look. */
const kills = Number(process.env.KILLS ?? 10);
/** What the flow needs; the others would only make each start longer. */
const food = 'account,order,delivery,pay';
const customersAtOnce = 4;
const tokens = ['tok_ok', 'tok_ok', 'tok_ok', 'tok_declined', 'tok_slow', 'tok_timeout'] as const;

/** What became of a request whose answer was lost is unknown; whether it counted, the books will tell. */
const orUnknown = <Answer>(request: Promise<Answer>): Promise<Answer | undefined> => request.catch(() => undefined);

const answers = async (url: string): Promise<boolean> =>
  (await orUnknown(post(url, { query: '{ __typename }' })))?.status === 200;

/** What the courier has to do: whatever waits for one, and what he took on and did not bring before something was killed. */
const deliveriesToBring = async (courier: Person): Promise<readonly string[]> => {
  type List = { nodes: { id: string }[] };
  const answer = await orUnknown(
    courier.ask<{ openDeliveries: List; me: { deliveries: List | null } | null }>(
      '{ openDeliveries(first: 50) { nodes { id } } me { deliveries(first: 50, status: STARTED) { nodes { id } } } }',
    ),
  );
  const lists = [answer?.data?.openDeliveries, answer?.data?.me?.deliveries];
  return lists.flatMap((list) => list?.nodes ?? []).map(({ id }) => id);
};

const bring = async (courier: Person, deliveryId: string): Promise<void> => {
  await orUnknown(accept(courier, deliveryId));
  await orUnknown(complete(courier, deliveryId));
};

/** N1: money and dinners survive kill -9 of everything at random moments. */
describe.each(buses)('SIGKILL at random moments under load, $name', (bus) => {
  test(`${kills} kills: every accepted order ends paid and delivered, or cancelled and refunded; none is charged twice`, {
    timeout: 60_000 + kills * 20_000,
  }, async () => {
    const place = await openPlace(bus);
    const variables = { ...place.variables, SUBGRAPHS: food };
    let moa = await startProcess(variables);
    let loading = true;
    onTestFinished(async () => {
      loading = false;
      await moa.end('SIGKILL');
      await place.close();
    });
    const customer = await signIn(place.url, demoEmails('MEMBER')[0] ?? '');
    const courier = await signIn(place.url, demoEmails('COURIER')[0] ?? '');
    const accepted = new Set<string>();
    const untilItAnswers = () => until(async () => !loading || (await answers(place.url)), { timeoutMs: 60_000 });

    const keepOrdering = async () => {
      for (let n = 0; loading; n += 1) {
        const token = tokens[n % tokens.length];
        const placed = await orUnknown(placeOrder(customer, { paymentMethodId: paymentMethodOf(customer, token) }));
        if (placed?.order) accepted.add(placed.order.id);
        if (placed?.order && n % 4 === 0) await orUnknown(cancelOrder(customer, placed.order.id));
        if (!placed) await untilItAnswers();
      }
    };
    const keepDelivering = async () => {
      while (loading) {
        for (const id of await deliveriesToBring(courier)) await bring(courier, id);
        await untilItAnswers();
      }
    };
    const load = [...Array.from({ length: customersAtOnce }, keepOrdering), keepDelivering()];

    for (let n = 0; n < kills; n += 1) {
      const goal = accepted.size + 1 + Math.floor(Math.random() * 15);
      await until(() => accepted.size >= goal, { timeoutMs: 60_000 });
      await moa.end('SIGKILL');
      moa = await startProcess(variables);
    }
    loading = false;
    await Promise.all(load);

    let unsettled: readonly AuditedOrder[] = [];
    const settle = async () => {
      for (const id of await deliveriesToBring(courier)) await bring(courier, id);
      unsettled = (await audit(place)).filter((order) => faultsOf(order).length > 0);
      return unsettled.length === 0 && (await openMessages(place)) === 0;
    };
    await until(settle, { timeoutMs: 90_000 }).catch(() => undefined); // what did not settle is shown below

    expect(unsettled.flatMap(faultsOf)).toEqual([]);
    const books = new Set((await audit(place)).map(({ orderId }) => orderId));
    expect([...accepted].filter((id) => !books.has(id))).toEqual([]);
    expect(accepted.size).toBeGreaterThan(kills);
  });
});
