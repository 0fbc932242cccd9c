import { post, until } from '@moa/testing';
import { expect, inject, test } from 'vitest';
import { expectNoAxeViolations, openPage, signInAs } from './browser.ts';

/** Asks the graph beside the page, as another device would. */
async function ask<Data>(
  token: string | undefined,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const { data } = await post<Data>(`${inject('moa')}/graphql`, { query, variables, ...(token && { token }) });
  if (!data) throw new Error(`The graph gave nothing for ${query}`);
  return data;
}

const saveCard = `mutation { savePaymentMethod(input: { providerToken: "tok_ok" }) { paymentMethod { id } } }`;
const place = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }`;

type Dinner = { readonly orderId: string; readonly dish: string };

async function orderDinner(token: string): Promise<Dinner> {
  type Menu = { menuItems: { nodes: readonly { id: string; name: string }[] } };
  const { menuItems } = await ask<Menu>(token, '{ menuItems(first: 1) { nodes { id name } } }');
  const [dish] = menuItems.nodes;
  type Card = { savePaymentMethod: { paymentMethod: { id: string } } };
  const { savePaymentMethod } = await ask<Card>(token, saveCard);
  const input = {
    lines: [{ menuItemId: dish?.id, quantity: 1 }],
    deliveryAddress: '서울 마포구 월드컵북로 1',
    paymentMethodId: savePaymentMethod.paymentMethod.id,
    idempotencyKey: crypto.randomUUID(),
  };
  type Placed = { placeOrder: { order: { id: string } | null } };
  const { placeOrder } = await ask<Placed>(token, place, { input });
  return { orderId: placeOrder.order?.id ?? '', dish: dish?.name ?? '' };
}

/** 보라 takes it and brings it. */
async function bring(orderId: string): Promise<void> {
  type SignedIn = { signIn: { session: { accessToken: string } } };
  const credentials = { email: 'bora@demo.moa', password: 'moa-demo-1234' };
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }';
  const token = (await ask<SignedIn>(undefined, signIn, { input: credentials })).signIn.session.accessToken;
  type Open = { openDeliveries: { nodes: readonly { id: string; order: { id: string } | null }[] } };
  const delivery = await until(async () => {
    const { openDeliveries } = await ask<Open>(token, '{ openDeliveries(first: 50) { nodes { id order { id } } } }');
    return openDeliveries.nodes.find(({ order }) => order?.id === orderId);
  });
  for (const verb of ['accept', 'complete'])
    await ask(token, `mutation ($id: ID!) { ${verb}Delivery(input: { deliveryId: $id }) { userErrors { code } } }`, {
      id: delivery.id,
    });
}

test('who orders elsewhere sees it come, move and arrive here', async () => {
  const page = await openPage('/sign-in', { language: 'ko', width: 1280 });
  await page.getByRole('button', { name: '처음이신가요' }).click();
  await page.getByLabel('이름').fill('나래');
  await page.getByLabel('이메일').fill(`narae-${Date.now()}@example.com`);
  await page.getByLabel('비밀번호').fill('long enough now');
  await page.getByLabel('나이').fill('30');
  await page.getByRole('button', { name: '가입하기' }).click();
  await page.getByRole('banner').getByText('나래').waitFor();
  await page.goto('/app/city');
  await page.getByText('지금은 조용해요').waitFor();
  await expectNoAxeViolations(page);

  const token: string = await page.evaluate(() => JSON.parse(localStorage['moa.session']).accessToken);
  const { orderId, dish } = await orderDinner(token);
  const row = page.getByRole('link').filter({ hasText: dish });
  await row.getByText('배달 중').waitFor();
  await page.getByRole('img', { name: '지난 14일 동안 주문과 택시 1건' }).waitFor();
  await expectNoAxeViolations(page);
  await bring(orderId);
  await page.getByText('지금은 조용해요').waitFor();
  await page.getByRole('img', { name: /지난 5분 동안 실시간 소식 [1-9]/ }).waitFor();
});

test('on a phone, in English: visitors see the city, administrators what waits', async () => {
  const page = await openPage('/city', { language: 'en', width: 390 });
  const stations = page.locator('dl > div').filter({ hasText: 'Stations' }).getByRole('definition');
  await expect.poll(async () => Number(await stations.textContent())).toBeGreaterThan(500);
  await page.getByText('Please sign in').waitFor();
  await expectNoAxeViolations(page);
  await signInAs(page, '다온');
  await page.goto('/app/city');
  await page.getByText('Deliveries waiting for a courier').waitFor();
  await page.getByText('Health and job queues are not in the graph').waitFor();
  await expectNoAxeViolations(page);
});
