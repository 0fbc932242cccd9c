import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject, onTestFinished } from 'vitest';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

export type Visitor = { readonly language: 'ko' | 'en'; readonly width: 390 | 1280 };

/** A page of somebody who was never here: their own storage, their own screen. What it complains of fails the test. */
export async function openPage(address: string, { language, width }: Visitor): Promise<Page> {
  browser ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  const context = await (await browser).newContext({
    baseURL: inject('moa'),
    locale: language === 'ko' ? 'ko-KR' : 'en-GB',
    viewport: { width, height: width === 390 ? 844 : 900 },
    reducedMotion: 'reduce', // what moves is measured where it was
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // Browsers tell of every 401; a token that is refused is renewed, and no fault.
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  await page.goto(`/app${address}`);
  return page;
}

/** Signs in as a demo member by a click on the name, from wherever the page is. */
export async function signInAs(page: Page, name: string): Promise<void> {
  if (!new URL(page.url()).pathname.endsWith('/sign-in')) await page.goto('/app/sign-in');
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('banner').getByText(name).waitFor();
}

/** Nothing that keeps somebody from using the page, as far as a program can tell. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
    ),
  ).toEqual([]);
}

/** How much of what was seen has jumped since the page was opened; 0.1 is what people notice. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const entries: PerformanceEntryList = [];
        const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => {
          const shifts = [...entries, ...observer.takeRecords()] as (PerformanceEntry & { value: number })[]; // as the type says
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        });
      }),
  );
