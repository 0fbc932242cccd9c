import { subscribe } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Router } from '../src/index.ts';
import { Library } from './support/library.ts';

let library: Library;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
  router = await library.openRouter({
    explore: {
      title: 'Library </script><b>',
      document: '{ books { title } } # </script>',
      variables: { a: 1 },
      headers: { authorization: 'Bearer x' },
      noteHtml: '<p id="hint">Sign in first.</p>',
    },
    trustedProxies: ['127.0.0.1'],
  });
});
afterAll(async () => {
  await router.close();
  await library.close();
});

test('G1: the page holds Sandbox with both endpoints filled in, and the first document', async () => {
  const response = await fetch(router.url);
  const html = await response.text();
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(html).toContain(`"initialEndpoint":"${router.url}/graphql"`);
  expect(html).toContain(`"initialSubscriptionEndpoint":"${router.url.replace('http', 'ws')}/graphql"`);
  expect(html).toContain('"document":"{ books { title } } # \\u003c/script>"');
  expect(html).toContain('<title>Library &lt;/script&gt;&lt;b&gt;</title>');
});

test('offline the page says how to ask without Sandbox', async () => {
  const html = await (await fetch(router.url)).text();
  expect(html).toContain(`curl ${router.url}/graphql`);
  expect(html).toContain('<p id="hint">Sign in first.</p>');
});

test('the page allows its own scripts and Sandbox only, under a nonce of its own', async () => {
  const [one, two] = await Promise.all([fetch(router.url), fetch(router.url)]);
  const policy = one.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('https://embeddable-sandbox.cdn.apollographql.com');
  expect(await one.text()).toContain(`<script nonce="${nonce}">`);
  expect(two.headers.get('content-security-policy')).not.toBe(policy);
});

test('behind a trusted proxy the endpoints are those that the browser sees', async () => {
  const html = await (
    await fetch(router.url, { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'graph.example' } })
  ).text();
  expect(html).toContain('"initialEndpoint":"https://graph.example/graphql"');
  expect(html).toContain('"initialSubscriptionEndpoint":"wss://graph.example/graphql"');
});

const preflight = (origin: string, headers: Record<string, string> = {}) =>
  fetch(`${router.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
      ...headers,
    },
  });

test('G4: pages of named origins may ask, others may not', async () => {
  const named = await preflight('https://library.example');
  expect(named.status).toBe(204);
  expect(named.headers.get('access-control-allow-origin')).toBe('https://library.example');
  expect(named.headers.get('access-control-allow-headers')).toContain('authorization');
  expect((await preflight('https://elsewhere.example')).headers.get('access-control-allow-origin')).not.toBe(
    'https://elsewhere.example',
  );
});

test('hosted Sandbox may ask a router on its reader’s own machine', async () => {
  const response = await preflight('https://studio.apollographql.com', {
    'access-control-request-private-network': 'true',
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('https://studio.apollographql.com');
  expect(response.headers.get('access-control-allow-private-network')).toBe('true');
  const elsewhere = await preflight('https://elsewhere.example', { 'access-control-request-private-network': 'true' });
  expect(elsewhere.headers.get('access-control-allow-private-network')).toBeNull();
});

test('a form of another site can not make a browser send a mutation', async () => {
  const response = await fetch(`${router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{"query":"mutation { renameBook(isbn: \\"1\\", title: \\"x\\") { title } }"}',
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(library.titles.get('1')).toBe('Dune');
});

test('with introspection off the schema is not told, nor hinted at', async () => {
  const closed = await library.openRouter({ introspection: false });
  const ask = async (query: string) =>
    (
      await fetch(`${closed.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    ).text();
  expect(await ask('{ __schema { types { name } } }')).toContain('GRAPHQL_VALIDATION_FAILED');
  expect(await ask('{ bookz { title } }')).not.toContain('Did you mean');
  const misspelled = subscribe(`${closed.url}/graphql`, { query: 'subscription { reviewd { id } }' });
  await expect(misspelled.next()).rejects.toMatchObject({
    errors: [{ message: 'Cannot query field "reviewd" on type "Subscription".' }],
  });
  await misspelled.close();
  await closed.close();
});
