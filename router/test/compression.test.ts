import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Router } from '../src/index.ts';
import { Library } from './support/library.ts';

let library: Library;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
  router = await library.openRouter();
});
afterAll(async () => {
  await router.close();
  await library.close();
});

const long =
  '{ __type(name: "Query") { fields { name description type { name kind ofType { name kind } } args { name type { name } } } } }';
const short = '{ books { title } }';

/** As it comes over the wire, where fetch would unpack it. */
async function post(query: string, headers: Record<string, string> = {}, at = router) {
  const answer = await request(`${at.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { 'content-encoding': encoding, vary, 'content-length': length } = answer.headers;
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  return { encoding, vary: String(vary ?? ''), length, bytes, status: answer.statusCode };
}

test('a long answer is compressed for who asks, in the way they prefer', async () => {
  const plain = await post(long);
  expect(plain.encoding).toBeUndefined();
  expect(plain.bytes.length).toBeGreaterThan(1024);
  for (const [accepted, encoding, unpack] of [
    ['gzip', 'gzip', gunzipSync],
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ] as const) {
    const packed = await post(long, { 'accept-encoding': accepted });
    expect([packed.encoding, packed.status]).toEqual([encoding, 200]);
    expect(packed.vary.toLowerCase()).toContain('accept-encoding');
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(unpack(packed.bytes)).toEqual(plain.bytes);
  }
});

test('on the lane as well', async () => {
  const encodings: unknown[] = [];
  const query = `{ ${Array.from({ length: 10 }, (_, n) => `b${n}: books { title isbn postage copies weight reviews { id text } }`).join(' ')} }`;
  for (let times = 0; times < 3; times += 1) encodings.push((await post(query, { 'accept-encoding': 'br' })).encoding);
  expect(encodings).toEqual(['br', 'br', 'br']);
});

test('a short answer, and one for who does not ask, is sent as it is', async () => {
  expect((await post(short, { 'accept-encoding': 'br, gzip' })).encoding).toBeUndefined();
  for (const accepted of [undefined, 'identity', 'deflate', 'nonsense'])
    expect((await post(long, accepted === undefined ? {} : { 'accept-encoding': accepted })).encoding).toBeUndefined();
});

test('a compressed request is not unpacked: a small one could grow to a large one', async () => {
  const answer = await request(`${router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify({ query: short })),
  });
  expect(answer.statusCode).toBe(400);
  expect(await answer.body.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test('it can be left to a proxy', async () => {
  const bare = await library.openRouter({ compression: false });
  expect((await post(long, { 'accept-encoding': 'br' }, bare)).encoding).toBeUndefined();
  await bare.close();
});
