import { errorCatalogue } from '@moa/router';
import { expect, test } from 'vitest';
import { errorWords } from '../src/errors/error-words.ts';
import { expectNoAxeViolations, layoutShift, openPage, signInAs } from './browser.ts';

test('every code of the graph has words in both languages', () => {
  const codes = Object.keys(errorCatalogue).sort();
  expect(Object.keys(errorWords.ko).sort()).toEqual(codes);
  expect(Object.keys(errorWords.en).sort()).toEqual(codes);
});

test('the first load is under 200 KB of script, from here alone, and nothing jumps', async () => {
  const page = await openPage('/sign-in', { language: 'ko', width: 1280 });
  await page.getByRole('button', { name: '지민' }).waitFor();
  const loaded = await page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]; // what these entries are
    return entries.map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }));
  });
  const scripts = loaded.filter(({ name }) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(200 * 1024);
  expect(new Set(loaded.map(({ name }) => new URL(name).origin))).toEqual(new Set([new URL(page.url()).origin]));
  expect(await layoutShift(page)).toBeLessThan(0.1);
  await expectNoAxeViolations(page);
});

test('language and brightness are changed by a click, and remembered', async () => {
  const page = await openPage('/', { language: 'ko', width: 390 });
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'A day in the city' }).waitFor();
  await page.getByRole('button', { name: 'Brightness: as the system' }).click();
  await page.getByRole('button', { name: 'Brightness: light' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'A day in the city' }).waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual([
    'en',
    'dark',
  ]);
  await expectNoAxeViolations(page);
});

test('the drawer shows which operation ran, and opens it in the explorer', async () => {
  const page = await openPage('/', { language: 'en', width: 1280 });
  await signInAs(page, '지민');
  await page.goto('/app/food');
  await page.getByRole('button', { name: 'See which operations ran' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Menu', { exact: true }).click();
  await drawer.getByText('fragment Dish on MenuItem').waitFor();
  await drawer.getByText('NotificationAdded', { exact: true }).waitFor();
  await expectNoAxeViolations(page);
  const [explorer] = await Promise.all([
    page.waitForEvent('popup'),
    drawer.getByRole('link', { name: 'Open in the explorer' }).first().click(),
  ]);
  expect(new URL(explorer.url()).pathname).toBe('/graphiql');
});

test('without the network the page says so, and goes on by itself when it is back', async () => {
  const page = await openPage('/city', { language: 'en', width: 390 });
  await page.getByRole('heading', { name: 'City' }).waitFor();
  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await page.context().setOffline(false);
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
});
