import { until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everybodyIsAnonymous, type Router } from '../src/index.ts';
import { Chromium, hasChromium } from './support/chromium.ts';
import { Library } from './support/library.ts';

if (!hasChromium) console.warn('There is no Chromium: GraphiQL is not tried in a browser. Debian has it as chromium.');

const timeoutMs = 120_000; // GraphiQL is built on the way where everything was just installed
const document = `query Titles { books { title } }

subscription Reviews { reviewed { text book { title } } }
`;

let library: Library;
let router: Router;
/** What those who asked said of themselves. */
const authorizations: (string | undefined)[] = [];

beforeAll(async () => {
  library = await Library.open();
  router = await library.openRouter({
    explore: {
      title: 'Library </script><b>',
      document,
      variables: { a: 1 },
      headers: { 'x-branch': 'north' },
      signIns: [
        {
          label: 'Ann',
          document: 'mutation { renameBook(isbn: "2", title: "token-of-ann") { title } }',
          variables: {},
          tokenPath: ['renameBook', 'title'],
        },
      ],
    },
    authenticate: (authorization) => {
      authorizations.push(authorization);
      return everybodyIsAnonymous(authorization);
    },
  });
  await until(async () => (await page()).status === 200, { timeoutMs });
}, timeoutMs);
afterAll(async () => {
  await router.close();
  await library.close();
});

/** `/graphiql` as a browser asks for it. */
const page = (headers: Record<string, string> = {}) => fetch(`${router.url}/graphiql`, { headers });

test('the page is asked for anew each time, and its files never again', async () => {
  const response = await page();
  expect(response.headers.get('cache-control')).toBe('no-cache');
  const html = await response.text();
  expect(html).toContain('<title>Library &lt;/script&gt;&lt;b&gt; – GraphiQL</title>');
  expect((await page({ 'if-none-match': response.headers.get('etag') ?? '' })).status).toBe(304);

  const files = [...html.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map(([, address]) => router.url + address);
  expect(files.map((file) => /\.\w+$/.exec(file)?.[0]).sort()).toEqual(['.css', '.js']);
  for (const file of files) {
    const plain = await fetch(file, { headers: { 'accept-encoding': 'identity' } });
    const packed = await fetch(file, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([null, 'gzip']);
    expect(plain.headers.get('etag')).not.toBe(packed.headers.get('etag'));
    expect(await packed.text()).toBe(await plain.text());
  }
});

test('the page allows what comes from the router, and nothing from elsewhere', async () => {
  const policy = (await page()).headers.get('content-security-policy') ?? '';
  const sources = policy.split('; ').flatMap((directive) => directive.split(' ').slice(1));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(new Set(sources)).toEqual(
    new Set(["'none'", "'self'", "'unsafe-inline'", 'data:', router.url.replace('http', 'ws')]),
  );
});

test('only the files of the page are given out', async () => {
  for (const name of ['manifest.json', 'package.json', '..%2Fmanifest.json', '%2e%2e%2f%2e%2e%2fpackage.json', 'x.js'])
    expect((await fetch(`${router.url}/graphiql/${name}`)).status).toBe(404);
});

test('without introspection there is no GraphiQL, and no link to it', async () => {
  expect(await (await fetch(router.url)).text()).toContain('href="/graphiql"');
  const closed = await library.openRouter({ introspection: false });
  expect(await (await fetch(closed.url)).text()).not.toContain('href="/graphiql"');
  expect((await fetch(`${closed.url}/graphiql`)).status).toBe(404);
  await closed.close();
});

describe.skipIf(!hasChromium)('GraphiQL in a browser without the internet (needs chromium)', () => {
  let browser: Chromium;
  const asked = new Set<string>();
  const faults: unknown[] = [];

  beforeEach(async () => {
    browser = await Chromium.open();
    asked.clear();
    faults.length = 0;
    authorizations.length = 0;
    browser.on((method, params) => {
      if (method === 'Log.entryAdded') faults.push(params); // what breaks the content security policy is said here
      if (method === 'Runtime.exceptionThrown') faults.push(params);
      const address = addressIn(method, params);
      if (address && address.protocol !== 'data:') asked.add(address.origin);
    });
    await browser.call('Network.enable');
    await browser.call('Runtime.enable');
    await open();
  });
  afterEach(() => browser.close());

  /** Ready once the four editors are there and the schema has come. */
  const open = async () => {
    await browser.visit(`${router.url}/graphiql`);
    await until(
      () =>
        browser.read<boolean>(`(window.__MONACO?.editor.getEditors().length ?? 0) >= 4
        && document.querySelector('.graphiql-spinner') === null`),
      { timeoutMs: 30_000 },
    );
  };
  const text = async (selector: string) =>
    (await browser.read<string>(`document.querySelector('${selector}')?.innerText ?? ''`)).replaceAll('\u00a0', ' ');
  const shows = (selector: string, part: string) => until(async () => (await text(selector)).includes(part));
  const click = (selector: string) => browser.read(`document.querySelector('${selector}').click()`);
  /** As Ctrl-Enter where the cursor stands in an operation. */
  const run = (operation: string) =>
    browser.read(`(() => {
      const editor = window.__MONACO.editor.getEditors().find((each) => each.getValue().includes('${operation}'));
      const [{ range }] = editor.getModel().findMatches('${operation}');
      editor.setPosition(range.getStartPosition());
      editor.getAction('graphql-run').run();
    })()`);

  test('runs a query and shows the answer, and asks nobody but the router', async () => {
    await run('Titles');
    await shows('.graphiql-response', '"title": "Dune"');
    expect(asked).toEqual(new Set([router.url]));
    expect(faults).toEqual([]);
  });

  test('shows the events of a subscription as they come', async () => {
    await run('Reviews');
    await shows('.graphiql-response', '"Review snapshot"');
    for (const id of ['a', 'b']) {
      library.review(id);
      await shows('.graphiql-response', `"Review ${id}"`);
    }
    expect(await text('.graphiql-response')).toContain('"title": "Dune"');
    expect(asked).toEqual(new Set([router.url, router.url.replace('http', 'ws')]));
    expect(faults).toEqual([]);
  });

  test('knows the schema: a misspelled field is marked where it is written', async () => {
    await browser.read(`window.__MONACO.editor.getEditors()
      .find((each) => each.getValue().includes('Titles')).setValue('{ bookz { title } }')`);
    await until(async () =>
      (await browser.read<string>(`JSON.stringify(window.__MONACO.editor.getModelMarkers({}))`)).includes('bookz'),
    );
    expect(faults).toEqual([]);
  });

  test('who is signed in asks with a token, over HTTP and over a WebSocket, unless the headers say another', async () => {
    await run('Titles');
    await shows('.graphiql-response', '"title": "Dune"');
    expect(new Set(authorizations)).toEqual(new Set([undefined]));

    await click('[data-sign-in="0"]');
    await shows('#who', 'Signed in as Ann');
    for (const [operation, answer] of [
      ['Titles', '"token-of-ann"'],
      ['Reviews', '"Review snapshot"'],
    ] as const) {
      authorizations.length = 0;
      await run(operation);
      await shows('.graphiql-response', answer);
      expect(authorizations).toEqual(['Bearer token-of-ann']);
    }
    await click('.graphiql-execute-button'); // ends the subscription
    await browser.read(`window.__MONACO.editor.getEditors()
      .find((each) => each.getValue().includes('x-branch')).setValue('{ "Authorization": "Bearer typed" }')`);
    authorizations.length = 0;
    await run('Titles');
    await until(() => authorizations.length > 0);
    expect(authorizations).toEqual(['Bearer typed']);

    await browser.read(`window.__MONACO.editor.getEditors()
      .find((each) => each.getValue().includes('typed')).setValue('')`);
    await click('#sign-out');
    authorizations.length = 0;
    await run('Titles');
    await until(() => authorizations.length > 0);
    expect(authorizations).toEqual([undefined]);
    expect(faults).toEqual([]);
  });

  test('opens with what it was given, and with what was written there the next time', async () => {
    const written = () =>
      browser.read<string[]>(`window.__MONACO.editor.getEditors().map((editor) => editor.getValue())`);
    expect(await written()).toEqual(
      expect.arrayContaining([document, '{\n  "a": 1\n}', '{\n  "x-branch": "north"\n}']),
    );
    expect(await browser.read('JSON.parse(localStorage["graphiql:tabState"]).tabs.length')).toBe(1);
    await open();
    expect(await written()).toContain(document);
    expect(await browser.read('JSON.parse(localStorage["graphiql:tabState"]).tabs.length')).toBe(1);
  });
});

/** Where a page turns to, over HTTP or a WebSocket. */
function addressIn(method: string, params: unknown): URL | undefined {
  if (method === 'Network.requestWillBeSent') return new URL((params as { request: { url: string } }).request.url); // as the protocol says
  if (method === 'Network.webSocketCreated') return new URL((params as { url: string }).url); // as the protocol says
  return undefined;
}
