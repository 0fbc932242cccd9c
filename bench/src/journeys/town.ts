import { demoMenu, demoPassword } from '@moa/db/demo';
import { timeEach } from '../measure/load.ts';
import { type Client, openLine } from '../taxi/client.ts';
import type { Place } from './place.ts';

/** People of a Moa who have something to see. */
export type Town = {
  /** With orders, plans, people whom they follow, and what they were told of all that; nothing of theirs changes any more. */
  readonly readers: readonly Reader[];
  readonly buyers: readonly Buyer[];
  readonly close: () => Promise<void>;
};
export type Reader = { readonly client: Client; readonly token: string };
export type Buyer = { readonly client: Client; readonly paymentMethodId: string };

/** Enough for pages that look like a person's of some months. */
const size = { readers: 6, buyers: 4, ordersOfReader: 12, plansOfReader: 3, followedByReader: 5 };
const concurrency = 2;

const signUp = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { session { accessToken member { id } } userErrors { code } }
}`;
const savePaymentMethod = `mutation ($input: SavePaymentMethodInput!) {
  savePaymentMethod(input: $input) { paymentMethod { id } userErrors { code } }
}`;
const createPlan = `mutation ($input: CreatePlanInput!) { createPlan(input: $input) { plan { id } userErrors { code } } }`;
const sharePlan = `mutation ($input: SharePlanInput!) { sharePlan(input: $input) { plan { id } userErrors { code } } }`;
const follow = `mutation ($input: FollowInput!) { follow(input: $input) { userErrors { code } } }`;
const placeOrder = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }`;

/** They sign up, order, plan and follow through the public graph, and all that comes of it has come when this resolves. */
export async function openTown({ url }: Place): Promise<Town> {
  const line = openLine(url);
  const nobody = line.clientOf('', { header: async () => '', extensions: async () => undefined }, false);
  const enter = async (name: string): Promise<Reader> => {
    const input = { email: `${name}@bench.moa`, password: demoPassword, name, age: 30 };
    const { session } = await payloadOf<{ session: Session }>(nobody, signUp, input);
    const header = `Bearer ${session.accessToken}`;
    const credentials = { header: async () => header, extensions: async () => undefined };
    return { client: line.clientOf(session.member.id, credentials, true), token: session.accessToken };
  };
  const withCard = async ({ client }: Reader): Promise<Buyer> => {
    const saved = await payloadOf<{ paymentMethod: Named }>(client, savePaymentMethod, { providerToken: 'tok_ok' });
    return { client, paymentMethodId: saved.paymentMethod.id };
  };

  // One by one: hashing so many passwords at once takes longer than the router waits for.
  const readers: Reader[] = [];
  for (let n = 0; n < size.readers; n += 1) readers.push(await enter(`reader${n}`));
  const buyers: Buyer[] = [];
  for (let n = 0; n < size.buyers; n += 1) buyers.push(await withCard(await enter(`buyer${n}`)));
  await timeEach([...readers.entries()], concurrency, async ([index, reader]) => {
    const buyer = await withCard(reader);
    for (let n = 0; n < size.ordersOfReader; n += 1)
      await payloadOf(buyer.client, placeOrder, orderOf(buyer, `town-${index}-${n}`));
    for (let n = 0; n < size.plansOfReader; n += 1) {
      const { plan } = await payloadOf<{ plan: Named }>(buyer.client, createPlan, { location: '부산', groupSize: 2 });
      await payloadOf(buyer.client, sharePlan, { planId: plan.id });
    }
    const others = readers.filter((other) => other !== reader).slice(0, size.followedByReader);
    for (const other of others) await payloadOf(buyer.client, follow, { memberId: other.client.memberId });
  });
  return { readers, buyers, close: line.close };
}

type Named = { readonly id: string };
type Session = { readonly accessToken: string; readonly member: Named };

/** What somebody orders; `key` is one that they have not used before. */
export const orderOf = ({ paymentMethodId }: Buyer, key: string) => ({
  lines: [
    { menuItemId: demoMenu[0]?.id, quantity: 2 },
    { menuItemId: demoMenu[1]?.id, quantity: 1 },
  ],
  deliveryAddress: '서울 중구 세종대로 110',
  paymentMethodId,
  idempotencyKey: key,
});

/** The payload of a mutation that is one field. @throws when it was refused */
async function payloadOf<Payload>(client: Client, mutation: string, input: object): Promise<Payload> {
  type Refusable = Payload & { readonly userErrors: readonly object[] };
  const [payload] = Object.values(await client.ask<Record<string, Refusable>>(mutation, { input }));
  if (payload && payload.userErrors.length === 0) return payload;
  throw new Error(`The town can't be made: ${JSON.stringify(payload)}`);
}
