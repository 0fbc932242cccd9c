import { demoMenu, demoPaymentMethods } from '@moa/db/demo';
import { until } from '@moa/testing';
import type { Person } from './person.ts';

/** The food flow in the words of its people, over the public graph. */

/** Every field that tells how an order stands, from three subgraphs and the order's own view. */
export const orderFields = `
  id status total
  cancellation { reason message }
  delivery { id status courier { name } }
  payment { status }
  progress { paymentStatus deliveryStatus courier { id } }
`;

export type OrderShown = {
  id: string;
  status: string;
  total: number;
  cancellation: { reason: string; message: string } | null;
  delivery: { id: string; status: string; courier: { name: string } | null } | null;
  payment: { status: string } | null;
  progress: { paymentStatus: string | null; deliveryStatus: string | null; courier: { id: string } | null };
};

/** The customer's demo payment method whose provider token is `token`. */
export const paymentMethodOf = (customer: Person, token = 'tok_ok'): string =>
  demoPaymentMethods.find((method) => method.memberId === customer.id && method.providerToken === token)?.id ?? '';

let keys = 0;

export type Placed = { order: { id: string; status: string; total: number } | null; codes: readonly string[] };

/** Orders two of a dish. `change` replaces parts of the input; `headers` are the request's own. */
export async function placeOrder(
  customer: Person,
  change: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Placed> {
  keys += 1;
  const input = {
    lines: [{ menuItemId: demoMenu[0]?.id, quantity: 2 }],
    deliveryAddress: '서울 중구 세종대로 110',
    paymentMethodId: paymentMethodOf(customer),
    idempotencyKey: `e2e-${process.pid}-${keys}`,
    ...change,
  };
  const { data, errors } = await customer.ask<{
    placeOrder: { order: Placed['order']; userErrors: { code: string }[] };
  }>(
    `mutation PlaceOrder($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id status total } userErrors { code } } }`,
    { input },
    headers,
  );
  if (!data?.placeOrder) throw new Error(`placeOrder answered ${JSON.stringify(errors)}`);
  return { order: data.placeOrder.order, codes: data.placeOrder.userErrors.map(({ code }) => code) };
}

export async function cancelOrder(
  customer: Person,
  orderId: string,
): Promise<{ status: string | undefined; codes: readonly string[] }> {
  const { data, errors } = await customer.ask<{
    cancelOrder: { order: { status: string } | null; userErrors: { code: string }[] };
  }>(`mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { order { status } userErrors { code } } }`, {
    input: { orderId },
  });
  if (!data?.cancelOrder) throw new Error(`cancelOrder answered ${JSON.stringify(errors)}`);
  return { status: data.cancelOrder.order?.status, codes: data.cancelOrder.userErrors.map(({ code }) => code) };
}

export async function showOrder(person: Person, id: string): Promise<OrderShown | null> {
  const { data } = await person.ask<{ order: OrderShown | null }>(
    `query ($id: ID!) { order(id: $id) { ${orderFields} } }`,
    { id },
  );
  return data?.order ?? null;
}

/** Waits until the order looks as the test says. */
export const untilOrder = (person: Person, id: string, looks: (order: OrderShown) => boolean): Promise<OrderShown> =>
  until(
    async () => {
      const order = await showOrder(person, id);
      return order !== null && looks(order) && order;
    },
    { timeoutMs: 30_000 },
  );

/** The delivery of an order, as soon as it has started. */
export const deliveryOf = async (customer: Person, orderId: string): Promise<string> =>
  (await untilOrder(customer, orderId, ({ delivery }) => delivery !== null)).delivery?.id ?? '';

export async function accept(courier: Person, deliveryId: string): Promise<readonly string[]> {
  const { data } = await courier.ask<{ acceptDelivery: { userErrors: { code: string }[] } }>(
    `mutation ($input: AcceptDeliveryInput!) { acceptDelivery(input: $input) { delivery { id } userErrors { code } } }`,
    { input: { deliveryId } },
  );
  return data?.acceptDelivery.userErrors.map(({ code }) => code) ?? ['NO_ANSWER'];
}

export async function complete(courier: Person, deliveryId: string): Promise<readonly string[]> {
  const { data } = await courier.ask<{ completeDelivery: { userErrors: { code: string }[] } }>(
    `mutation ($input: CompleteDeliveryInput!) { completeDelivery(input: $input) { delivery { id } userErrors { code } } }`,
    { input: { deliveryId } },
  );
  return data?.completeDelivery.userErrors.map(({ code }) => code) ?? ['NO_ANSWER'];
}
