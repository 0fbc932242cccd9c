import { post } from '@moa/testing';
import type { WebSocketRoute } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openPage, signInAs } from './browser.ts';

test('after a break of the socket the page says so, comes again, and knows what it missed, once', async () => {
  const page = await openPage('/', { language: 'en', width: 1280 });
  const sockets: WebSocketRoute[] = [];
  let isAway = false;
  await page.routeWebSocket('**/graphql', async (socket) => {
    if (isAway) return void (await socket.close({ code: 1001 }));
    socket.connectToServer();
    sockets.push(socket);
  });
  await signInAs(page, '다온');
  await expect.poll(() => sockets.length).toBe(1);
  await page.goto('/app/city');
  await expect.poll(() => sockets.length).toBe(2);
  await page.getByRole('button', { name: 'Notifications' }).waitFor();

  isAway = true;
  await sockets.at(-1)?.close({ code: 1001 });
  await page.getByText('Connecting again').waitFor();
  const memberId = await page.evaluate(() => JSON.parse(localStorage['moa.session']).member.id);
  await followedBySomebodyNew(memberId);
  isAway = false;
  await page.getByRole('button', { name: '1 unread notifications' }).waitFor();
  await page.getByText('Connecting again').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: '1 unread notifications' }).count()).toBe(1);
});

async function followedBySomebodyNew(memberId: string): Promise<void> {
  const url = `${inject('moa')}/graphql`;
  type Joined = { signUp: { session: { accessToken: string } } };
  const { data } = await post<Joined>(url, {
    query: `mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken } } }`,
    variables: {
      input: { email: `${crypto.randomUUID()}@example.com`, password: 'long enough', name: '나래', age: 30 },
    },
  });
  await post(url, {
    query: `mutation ($memberId: ID!) { follow(input: { memberId: $memberId }) { userErrors { code } } }`,
    variables: { memberId },
    token: data?.signUp.session.accessToken ?? '',
  });
}
