import { demoMenu } from '@moa/db/demo';
import { buses, post } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invariantsOf } from '../faults/invariants.ts';
import { chargesFor, faultsIn } from '../src/books.ts';
import {
  accept,
  cancelOrder,
  complete,
  deliveryOf,
  type OrderShown,
  orderFields,
  paymentMethodOf,
  placeOrder,
  showOrder,
  untilOrder,
} from '../src/food.ts';
import { demoEmails, type Person, signIn } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';

describe.each(buses)('the food flow through the router, one process, $name', (bus) => {
  let place: Place;
  let moa: MoaProcess;
  let customer: Person;
  let neighbour: Person;
  let courier: Person;

  beforeAll(async () => {
    place = await openPlace(bus);
    moa = await startProcess(place.variables);
    const [first = '', second = ''] = demoEmails('MEMBER');
    customer = await signIn(place.url, first);
    neighbour = await signIn(place.url, second);
    courier = await signIn(place.url, demoEmails('COURIER')[0] ?? '');
  });
  afterAll(async () => {
    await moa?.end('SIGTERM');
    await place?.close();
  });

  const watchOrder = (person: Person, id: string) =>
    person.watch<{ orderChanged: OrderShown }>(
      `subscription ($id: ID!) { orderChanged(orderId: $id) { ${orderFields} } }`,
      { id },
    );
  const ordered = async (change: object = {}): Promise<string> => (await placeOrder(customer, change)).order?.id ?? '';
  const delivered = async (orderId: string): Promise<void> => {
    const delivery = await deliveryOf(customer, orderId);
    expect(await accept(courier, delivery)).toEqual([]);
    expect(await complete(courier, delivery)).toEqual([]);
    await untilOrder(customer, orderId, ({ status }) => status === 'COMPLETED');
  };

  test('F10: the menu is searched and read in pages by anybody', async () => {
    const page = async (after: string | null) => {
      const { data } = await post<{
        menuItems: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      }>(place.url, {
        query:
          'query ($after: String) { menuItems(first: 25, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }',
        variables: { after },
      });
      return data?.menuItems;
    };
    const seen = new Set<string>();
    let at = await page(null);
    for (const { id } of at?.nodes ?? []) seen.add(id);
    while (at?.pageInfo.hasNextPage) {
      at = await page(at.pageInfo.endCursor);
      for (const { id } of at?.nodes ?? []) seen.add(id);
    }
    expect(seen.size).toBe(demoMenu.length);
    const { data } = await post<{ menuItems: { nodes: { name: string; merchant: { name: string } }[] } }>(place.url, {
      query: '{ menuItems(search: "비빔") { nodes { name merchant { id } } } }',
    });
    expect(data?.menuItems.nodes.every(({ name }) => name.includes('비빔'))).toBe(true);
  });

  test('F10: a merchant registers a dish; others may not', async () => {
    const merchant = await signIn(place.url, demoEmails('MERCHANT')[0] ?? '');
    const register = async (person: Person) => {
      const { data } = await person.ask<{
        registerMenuItem: { menuItem: { id: string } | null; userErrors: { code: string }[] };
      }>(
        `mutation { registerMenuItem(input: { name: "새 메뉴", restaurant: "시험 식당", price: 7000 }) { menuItem { id merchant { name } } userErrors { code } } }`,
      );
      return data?.registerMenuItem;
    };
    expect(await register(merchant)).toMatchObject({
      menuItem: { merchant: { name: expect.any(String) } },
      userErrors: [],
    });
    expect(await register(customer)).toMatchObject({ menuItem: null, userErrors: [{ code: 'NOT_A_MERCHANT' }] });
  });

  test('F1–F4, F11: an order is paid, delivered and completed, and a live client sees each step, snapshot first', async () => {
    const { order } = await placeOrder(customer);
    expect(order).toMatchObject({ status: 'ORDERED', total: 2 * (demoMenu[0]?.price ?? 0) });
    const id = order?.id ?? '';
    const live = watchOrder(customer, id);
    const steps: string[] = [];
    const follow = async (last: string) => {
      for (;;) {
        const { value } = await live.next();
        expect(value?.errors).toBeUndefined();
        const seen = value?.data?.orderChanged;
        steps.push(
          `${seen?.status} ${seen?.progress.paymentStatus} ${seen?.progress.deliveryStatus} ${seen?.delivery?.courier?.name ?? '-'}`,
        );
        if (steps.at(-1)?.startsWith(last)) return seen;
      }
    };
    await follow('PAID CAPTURED STARTED');
    const delivery = await deliveryOf(customer, id);
    expect(await accept(courier, delivery)).toEqual([]);
    const taken = await live.next();
    expect(taken.value?.data?.orderChanged).toMatchObject({
      status: 'PAID',
      delivery: { status: 'STARTED', courier: { name: expect.any(String) } },
      payment: { status: 'CAPTURED' },
    });
    expect(await complete(courier, delivery)).toEqual([]);
    expect(await follow('COMPLETED')).toMatchObject({
      delivery: { status: 'COMPLETED' },
      payment: { status: 'CAPTURED' },
    });
    await live.close();
    // How far it was when the client came is chance; from there on no step is missing and none comes twice.
    const all = ['ORDERED null null', 'PAID CAPTURED null', 'PAID CAPTURED STARTED', 'COMPLETED CAPTURED COMPLETED'];
    const seen = steps.map((step) => step.split(' ').slice(0, 3).join(' '));
    expect(seen).toEqual(all.slice(all.indexOf(seen[0] ?? '')));
  });

  test('F2: a refused payment ends the order with the reason, and nothing is delivered', async () => {
    const id = await ordered({ paymentMethodId: paymentMethodOf(customer, 'tok_declined') });
    const order = await untilOrder(customer, id, ({ status }) => status === 'CANCELLED');
    expect(order).toMatchObject({
      cancellation: { reason: 'PAYMENT_REFUSED' },
      payment: { status: 'REFUSED' },
      delivery: null,
    });
  });

  test('F2: a provider that captures and never answers is asked, not guessed: charged once', async () => {
    const id = await ordered({ paymentMethodId: paymentMethodOf(customer, 'tok_timeout') });
    await untilOrder(customer, id, ({ status }) => status === 'PAID');
    await delivered(id);
    expect(await chargesFor(place, id)).toMatchObject({ charges: 1, refunded: 0 });
  });

  test('F2: a slow provider only takes longer', async () => {
    const id = await ordered({ paymentMethodId: paymentMethodOf(customer, 'tok_slow') });
    await untilOrder(customer, id, ({ payment }) => payment?.status === 'CAPTURED');
  });

  test('F2: somebody else’s payment method pays nothing', async () => {
    const id = await ordered({ paymentMethodId: paymentMethodOf(neighbour) });
    expect(await untilOrder(customer, id, ({ status }) => status === 'CANCELLED')).toMatchObject({
      payment: { status: 'REFUSED' },
    });
  });

  test('F5: a cancelled order loses its delivery and gets its money back, once; a second cancel is refused', async () => {
    const id = await ordered();
    await deliveryOf(customer, id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => cancelOrder(customer, id)));
    expect(answers.filter(({ status }) => status === 'CANCELLED').length).toBeGreaterThan(0);
    const order = await untilOrder(customer, id, ({ payment }) => payment?.status === 'REFUNDED');
    expect(order).toMatchObject({
      status: 'CANCELLED',
      cancellation: { reason: 'CUSTOMER' },
      delivery: { status: 'CANCELLED' },
    });
    expect((await cancelOrder(customer, id)).codes).toEqual(['ORDER_ALREADY_CANCELLED']);
    expect(await chargesFor(place, id)).toEqual({ charges: 1, charged: order.total, refunded: order.total });
  });

  test('F5: cancelling at once, while the payment is on its way, charges nothing or gives it back', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const id = await ordered();
        await cancelOrder(customer, id);
        return id;
      }),
    );
    for (const id of ids) {
      await untilOrder(
        customer,
        id,
        ({ status, payment }) =>
          status === 'CANCELLED' && payment?.status !== 'PENDING' && payment?.status !== 'CAPTURED',
      );
    }
    for (const id of ids) {
      const { charged, refunded } = await chargesFor(place, id);
      expect(refunded).toBe(charged);
    }
    expect(await faultsIn(place, invariantsOf.food)).toEqual([]);
  });

  test('F6: a completed order can’t be cancelled', async () => {
    const id = await ordered();
    await delivered(id);
    expect((await cancelOrder(customer, id)).codes).toEqual(['ORDER_ALREADY_COMPLETED']);
    expect((await showOrder(customer, id))?.status).toBe('COMPLETED');
  });

  test('F12: my page shows orders, menu, payment and delivery in one answer', async () => {
    const { data } = await customer.ask<{
      me: { orders: { nodes: { lines: { name: string; menuItem: { restaurant: string } }[] }[] } };
    }>(
      `{ me { name orders(first: 5) { nodes { ${orderFields} lines { name price quantity menuItem { restaurant } } } pageInfo { hasNextPage } } } }`,
    );
    expect(data?.me.orders.nodes.length).toBe(5);
    expect(data?.me.orders.nodes[0]?.lines[0]?.menuItem.restaurant).toBe(demoMenu[0]?.restaurant);
  });

  test('bad input gets a typed refusal, and nothing is lost', async () => {
    const dish = demoMenu[0]?.id;
    expect((await placeOrder(customer, { lines: [] })).codes).toEqual(['NO_LINES']);
    expect((await placeOrder(customer, { lines: [{ menuItemId: customer.id, quantity: 1 }] })).codes).toEqual([
      'MENU_ITEM_NOT_FOUND',
    ]);
    expect((await placeOrder(customer, { lines: [{ menuItemId: dish, quantity: 0 }] })).codes).toEqual([
      'QUANTITY_OUT_OF_RANGE',
    ]);
    expect((await placeOrder(customer, { lines: [{ menuItemId: dish, quantity: 10_000 }] })).codes).toEqual([
      'QUANTITY_OUT_OF_RANGE',
    ]);
    const again = { idempotencyKey: `again-${customer.id}` };
    const first = await placeOrder(customer, again);
    expect((await placeOrder(customer, again)).order?.id).toBe(first.order?.id);
    expect((await placeOrder(customer, { ...again, deliveryAddress: '다른 곳' })).codes).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
  });

  test('G4: the order of another is as good as none, and the internal command is not in the graph', async () => {
    const id = await ordered();
    expect(await showOrder(neighbour, id)).toBeNull();
    expect((await cancelOrder(neighbour, id)).codes).toEqual(['ORDER_NOT_FOUND']);
    const live = watchOrder(neighbour, id);
    const refused = await live.next().then(
      ({ value }) => value?.errors?.[0]?.extensions?.code,
      (error: { errors?: { extensions?: { code?: string } }[] }) => error.errors?.[0]?.extensions?.code,
    );
    expect(refused).toBe('NOT_FOUND');
    await live.close();
    const { status, errors } = await customer.ask(
      `mutation { cancelDeliveryOfOrder(input: { orderId: "${id}" }) { status } }`,
    );
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
