import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect as connectHttp2, constants } from 'node:http2';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { until } from '@moa/testing';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get } from './nginx/get.ts';
import { type Ground, hasNginx, openGround } from './nginx/ground.ts';
import { type Origin, openOrigin } from './nginx/origin.ts';

let ground: Ground;

describe.skipIf(!hasNginx)('nginx', () => {
  beforeAll(async () => {
    ground = await openGround(1);
  });
  afterAll(() => ground?.close());

  test('sends everybody to HTTPS, except who looks whether the name is ours', async () => {
    const { httpPort, httpsPort, challenges } = ground.settings;
    const plain = `http://127.0.0.1:${httpPort}`;
    const sent = await fetch(`${plain}/graphql?a=b`, { redirect: 'manual' });
    expect([sent.status, sent.headers.get('location')]).toEqual([301, `https://127.0.0.1:${httpsPort}/graphql?a=b`]);
    await mkdir(path.join(challenges, '.well-known/acme-challenge'), { recursive: true });
    await writeFile(path.join(challenges, '.well-known/acme-challenge/token'), 'proof');
    expect(await (await fetch(`${plain}/.well-known/acme-challenge/token`)).text()).toBe('proof');
  });

  test('speaks TLS 1.2 and 1.3, and no older one', async () => {
    const versionWith = async (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') => {
      const [minVersion, maxVersion] = [version, version];
      const { ca, settings } = ground;
      // Without the level, OpenSSL would not even ask for 1.1.
      const options = { ca, minVersion, maxVersion, ciphers: 'DEFAULT@SECLEVEL=0', servername: 'localhost' };
      const socket = connectTls(settings.httpsPort, '127.0.0.1', options);
      await once(socket, 'secureConnect');
      return socket.destroy();
    };
    await versionWith('TLSv1.2');
    await versionWith('TLSv1.3');
    await expect(versionWith('TLSv1.1')).rejects.toMatchObject({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' });
  });

  test('serves the graph over HTTP/2', async () => {
    const session = connectHttp2(`https://localhost:${ground.settings.httpsPort}`, { ca: ground.ca });
    const stream = session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: '/graphql',
      'content-type': 'application/json',
    });
    stream.end(JSON.stringify({ query: '{ hello }' }));
    expect(JSON.parse(await text(stream))).toEqual({ data: { hello: 'hello' } });
    expect(session.alpnProtocol).toBe('h2');
    session.close();
  });

  test('compresses long answers for who takes them so, and keeps its version to itself', async () => {
    const query = '{ long(times: 1000) }';
    const long = await get(ground, { path: '/graphql', json: { query }, headers: { 'accept-encoding': 'br, gzip' } });
    expect(long.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringContaining('Accept-Encoding'),
      'strict-transport-security': 'max-age=31536000',
      server: 'nginx',
    });
    expect(long.body.length).toBeLessThan(1_000);
    const plain = await get(ground, { path: '/graphql', json: { query }, headers: { host: 'localhost' } });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.headers).not.toHaveProperty('strict-transport-security');
    expect(plain.headers.vary).toContain('Accept-Encoding');
  });

  test('tells the router who asks, and believes nobody about it', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    const { body } = await get(ground, { path: '/graphql', json: { query: '{ viewer }' }, headers });
    expect(JSON.parse(JSON.parse(body).data.viewer)).toMatchObject({ address: '127.0.0.2' });
  });

  test("logs each request under the id that its answer has: the client's, where it is one", async () => {
    const ids: string[] = [];
    for (const id of ['chosen-by-me', 'no id"}']) {
      const { headers } = await get(ground, {
        path: '/graphql',
        json: { query: '{ hello }' },
        headers: { 'x-request-id': id },
      });
      ids.push(String(headers['x-request-id']));
    }
    expect(ids).toEqual(['chosen-by-me', expect.stringMatching(/^[\da-f]{32}$/)]);
    const lines = await until(async () => {
      const found = (await ground.log()).filter(({ requestId }) => ids.includes(requestId));
      return found.length === 2 && found;
    });
    expect(lines[0]).toMatchObject({
      name: 'nginx',
      level: 30,
      msg: 'POST /graphql',
      status: 200,
      address: '127.0.0.2',
    });
    expect(Math.abs((lines[0]?.time ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test('hands events of a stream on at once', async () => {
    const agent = new Agent({ connect: { ca: ground.ca } });
    const url = `https://localhost:${ground.settings.httpsPort}/graphql/stream?query=subscription{ticked}`;
    const subscribed = ground.subgraph.subscribed();
    const headers = { accept: 'text/event-stream', 'accept-encoding': 'gzip' };
    const { body } = await fetch(url, { headers, dispatcher: agent });
    await subscribed;
    ground.subgraph.tick(7);
    let heard = '';
    for await (const chunk of body ?? []) {
      heard += Buffer.from(chunk);
      if (heard.includes('{"data":{"ticked":7}}')) break; // the stream goes on
    }
    await agent.destroy();
  });

  test('tells the public nothing of how we are, and takes no large bodies', async () => {
    for (const name of ['/livez', '/readyz', '/metrics'])
      expect(await get(ground, { path: name })).toMatchObject({ status: 404 });
    const { inside } = ground.settings;
    for (const name of ['livez', 'readyz', 'status'])
      expect((await fetch(`http://${inside}/${name}`)).status).toBe(200);
    const query = `{ hello } #${' '.repeat(102_400)}`;
    expect(await get(ground, { path: '/graphql', json: { query } })).toMatchObject({ status: 413 });
  });

  test('goes on as it was when it is told nonsense', async () => {
    const { nginx, settings } = ground;
    await expect(nginx.reload({ ...settings, routers: ['no such'] })).rejects.toThrow('invalid parameter "such"');
    await nginx.reload(settings);
    expect(await get(ground, { path: '/graphql', json: { query: '{ hello }' } })).toMatchObject({ status: 200 });
  });

  describe('before a page', () => {
    let origin: Origin;
    beforeAll(async () => {
      origin = await openOrigin();
      await ground.nginx.reload({ ...ground.settings, routers: [origin.address] });
    });
    afterAll(() => origin?.close());

    test('asks a router for a file once, keeps it in each encoding, and answers 304 by itself', async () => {
      const file = '/app/page.1a2b.js';
      const ask = (encoding: string, more: Record<string, string> = {}) =>
        get(ground, { path: file, headers: { 'accept-encoding': encoding, ...more } });
      expect((await ask('gzip')).headers).toMatchObject({ 'x-proxy-cache': 'MISS', 'content-encoding': 'gzip' });
      const second = await ask('deflate, gzip', { origin: 'https://elsewhere.example' });
      expect(second.headers).toMatchObject({
        'x-proxy-cache': 'HIT',
        'content-encoding': 'gzip',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-request-id': expect.any(String),
        'strict-transport-security': 'max-age=31536000',
      });
      expect((await ask('identity')).headers).toMatchObject({ 'x-proxy-cache': 'MISS', vary: expect.any(String) });
      expect(await ask('gzip', { 'if-none-match': second.headers.etag ?? '' })).toMatchObject({
        status: 304,
        body: '',
      });
      expect(origin.requests.filter(({ url }) => url === file)).toHaveLength(2);
    });

    test('asks anew for the page itself, whose ETag passes through compression', async () => {
      const page = await get(ground, { path: '/app', headers: { 'accept-encoding': 'gzip' } });
      expect(page.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-cache' });
      const headers = { 'accept-encoding': 'gzip', 'if-none-match': page.headers.etag ?? '' };
      expect(await get(ground, { path: '/app', headers })).toMatchObject({ status: 304, body: '' });
    });

    test('passes on nothing that a router would believe of a proxy', async () => {
      const names = ['traceparent', 'tracestate', 'baggage', 'forwarded', 'upgrade'];
      const headers = {
        ...Object.fromEntries(names.map((name) => [name, 'made-up'])),
        'x-forwarded-host': 'evil.example',
      };
      await get(ground, { path: '/graphql', headers });
      const told = origin.requests.at(-1)?.headers;
      for (const name of names) expect(told).not.toHaveProperty(name);
      expect(told).toMatchObject({
        host: 'moa.example',
        'x-forwarded-host': 'moa.example',
        'x-forwarded-proto': 'https',
      });
    });
  });
});
