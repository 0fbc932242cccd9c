import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, signInAs } from './browser.ts';

type Asked = { readonly operationName?: string; readonly query: string };

/** The operations that the page sends from now on. */
function listen(page: Page): readonly Asked[] {
  const asked: Asked[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(request.postDataJSON());
  });
  return asked;
}

const refreshes = (asked: readonly Asked[]): number =>
  asked.filter(({ query }) => query.includes('refreshSession')).length;

/** Changes what the browser keeps of the session, while no page of ours is open that could use it. */
const change = async (page: Page, part: object) => {
  const body = '<link rel="icon" href="data:,">'; // browsers ask for one
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('/blank');
  await page.evaluate((part) => {
    const session = JSON.parse(localStorage.getItem('moa.session') ?? '{}');
    localStorage.setItem('moa.session', JSON.stringify({ ...session, ...part }));
  }, part);
};

test('an expired token is renewed once, quietly, however many requests want one', async () => {
  const page = await openPage('/', { language: 'ko', width: 1280 });
  await signInAs(page, '지민');
  await change(page, { expiresAt: '2020-01-01T00:00:00Z' });
  const asked = listen(page);
  await page.goto('/app/food/orders'); // the bell, the orders and the socket ask at once
  await page.getByLabel('상태').waitFor();
  await page.waitForFunction(() => Date.parse(JSON.parse(localStorage['moa.session']).expiresAt) > Date.now());
  await page.reload();
  await page.getByLabel('상태').waitFor();
  expect(refreshes(asked)).toBe(1);
});

test('a token that is refused before its time is renewed, and the request sent again', async () => {
  const page = await openPage('/', { language: 'ko', width: 1280 });
  await signInAs(page, '도윤');
  await change(page, { accessToken: 'stale' });
  const asked = listen(page);
  await page.goto('/app/food/orders');
  await page.getByText('아직 주문이 없어요').waitFor();
  expect(refreshes(asked)).toBe(1);
});

test('a session that has ended signs out, in every tab', async () => {
  const page = await openPage('/', { language: 'en', width: 1280 });
  await signInAs(page, '보라');
  const other = await page.context().newPage();
  await other.goto('/app/');
  await other.getByRole('banner').getByText('보라').waitFor();
  await change(page, { expiresAt: '2020-01-01T00:00:00Z', refreshToken: 'ended' });
  await page.goto('/app/');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  await other.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
});

test('who joins is told what is wrong where it is wrong, and then is signed in', async () => {
  const page = await openPage('/sign-in', { language: 'en', width: 390 });
  await page.getByRole('button', { name: 'New here?' }).click();
  await page.getByLabel('Name').fill('Mina');
  await page.getByLabel('E-mail').fill(`mina-${Date.now()}@example.com`);
  await page.getByLabel('Password').fill('short');
  await page.getByLabel('Age').fill('30');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('A password has at least 8 characters.').waitFor();
  expect(await page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Password').fill('long enough now');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('banner').getByText('Mina').waitFor();
});
