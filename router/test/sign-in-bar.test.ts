import { until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Router } from '../src/index.ts';
import { Chromium, hasChromium } from './support/chromium.ts';
import { Library } from './support/library.ts';

if (!hasChromium)
  console.warn('There is no Chromium: the page at / is not tried in a browser. Debian has it as chromium.');

/** Stands for Apollo's script, which comes from the internet: notes how it was opened. */
const sandbox = `window.opened = []; window.EmbeddedSandbox = class {
  constructor(options) { window.opened.push(options); }
  dispose() { window.disposed = (window.disposed ?? 0) + 1; }
};`;
const cdn = 'https://embeddable-sandbox.cdn.apollographql.com/*';

const signIn = (label: string, title: string) => ({
  label,
  document: 'mutation ($title: String!) { renameBook(isbn: "1", title: $title) { title } }',
  variables: { title },
  tokenPath: ['renameBook', 'title'],
});

describe.skipIf(!hasChromium)('the page at / in a browser (needs chromium)', () => {
  let library: Library;
  let router: Router;
  let browser: Chromium;
  const faults: unknown[] = [];

  beforeAll(async () => {
    library = await Library.open();
    router = await library.openRouter({
      explore: {
        title: 'Library',
        headers: { 'x-branch': 'north' },
        signIns: [
          signIn('Ann <reader>', 'token-of-ann'),
          signIn('Ben', 'token-of-ben'),
          { ...signIn('Nobody', 'x'), tokenPath: ['renameBook', 'nothing'] },
        ],
      },
    });
  });
  afterAll(async () => {
    await router.close();
    await library.close();
  });
  beforeEach(async () => {
    browser = await Chromium.open();
    faults.length = 0;
    browser.on((method, params) => {
      const text = JSON.stringify(params);
      if (method === 'Log.entryAdded' && !text.includes('ERR_INTERNET_DISCONNECTED') && !text.includes('favicon'))
        faults.push(params); // what breaks the content security policy is said here
    });
  });
  afterEach(() => browser.close());

  const who = () => browser.read<string>(`document.getElementById('who').textContent`);
  const click = (selector: string) => browser.read(`document.querySelector('${selector}').click()`);
  const headers = () => browser.read<Record<string, string>>('window.opened.at(-1).initialState.headers');

  test('a click signs in and opens Sandbox anew with the header; signing out takes it away', async () => {
    await browser.serve(cdn, sandbox);
    await browser.visit(router.url);
    await until(() => browser.read<boolean>('window.opened?.length === 1'));
    expect(await headers()).toEqual({ 'x-branch': 'north' });

    await click('[data-sign-in="0"]');
    await until(async () => (await who()) === 'Signed in as Ann <reader>');
    expect(await headers()).toEqual({ 'x-branch': 'north', authorization: 'Bearer token-of-ann' });
    await click('[data-sign-in="1"]');
    await until(async () => (await who()) === 'Signed in as Ben');
    expect(await headers()).toMatchObject({ authorization: 'Bearer token-of-ben' });
    expect(
      await browser.read(`[...document.querySelectorAll('[data-sign-in]')].map((button) => button.ariaPressed)`),
    ).toEqual(['false', 'true', 'false']);
    expect(await browser.read('[window.opened.length, window.disposed]')).toEqual([3, 2]);

    await click('#sign-out');
    expect(await who()).toBe('Not signed in');
    expect(await headers()).toEqual({ 'x-branch': 'north' });
    expect(faults).toEqual([]);
  });

  test('whoever can not be signed in is told so, and is nobody', async () => {
    await browser.serve(cdn, sandbox);
    await browser.visit(router.url);
    await click('[data-sign-in="2"]');
    await until(async () => (await who()).startsWith('Could not sign in as Nobody'));
    expect(await browser.read(`document.getElementById('sign-out').hidden`)).toBe(true);
  });

  test('by keyboard, and without the internet: the header stands there to copy', async () => {
    await browser.serve(cdn, undefined);
    await browser.visit(router.url);
    await browser.press('Tab');
    await browser.press('Enter');
    await until(async () => (await who()) === 'Signed in as Ann <reader>');
    expect(await browser.read(`document.getElementById('header-line').innerText`)).toBe(
      '{"authorization":"Bearer token-of-ann"}',
    );
    expect(await browser.read(`document.getElementById('note').innerText`)).toContain('comes from the internet');
    expect(faults).toEqual([]);
  });
});
