import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freshDatabase, until } from '@moa/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { migrateSandbox, openSandbox } from '../sandbox/index.ts';
import { clientOf, freshSandbox } from './fresh-sandbox.ts';

const fifty = Array.from({ length: 50 }, (_, index) => index);
const idOf = (body: unknown) => {
  expect(body).toHaveProperty('id');
  return (body as { id: string }).id; // the expectation above has looked
};

describe('the books of the sandbox', () => {
  let sandbox: Awaited<ReturnType<typeof freshSandbox>>;
  let count = 0;
  let key = '';
  beforeAll(async () => {
    sandbox = await freshSandbox();
  });
  beforeEach(async () => {
    key = `key-${++count}`;
    await sandbox.behave({});
  });
  afterAll(() => sandbox.drop());

  const booked = async (wanted: string) => {
    const { body } = await sandbox.get('/v1/books?limit=1000');
    const { entries } = body as { entries: { kind: string; idempotencyKey: string; amount: number }[] }; // read below
    return entries.filter(({ idempotencyKey }) => idempotencyKey.startsWith(wanted));
  };

  test('captures a charge, and gives it to whoever asks by id or key', async () => {
    const { status, body } = await sandbox.charge(key);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'captured', amount: 10_000, currency: 'KRW', reference: 'order 1' });
    const expected = { status: 200, body: { ...(body as object), refunded: 0 } }; // an object, as just seen
    expect(await sandbox.get(`/v1/charges/${idOf(body)}`)).toMatchObject(expected);
    expect(await sandbox.get(`/v1/charges?idempotency_key=${key}`)).toMatchObject(expected);
  });

  test('declines, and repeats the decline for the same key', async () => {
    const first = await sandbox.charge(key, { token: 'tok_declined' });
    expect(first).toMatchObject({ status: 402, body: { error: { code: 'card_declined' } } });
    const again = await sandbox.charge(key, { token: 'tok_declined' });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await sandbox.get(`/v1/charges?idempotency_key=${key}`)).toMatchObject({
      body: { status: 'declined', error: { code: 'card_declined' } },
    });
  });

  test.each(['tok_nobody', 'tok_', 'visa', 'tok_okay'])('refuses the unknown token %s', async (token) => {
    expect(await sandbox.charge(key, { token })).toMatchObject({
      status: 402,
      body: { error: { code: 'invalid_token' } },
    });
  });

  test('tells cards apart by what follows tok_ok_', async () => {
    expect((await sandbox.charge(key, { token: 'tok_ok_visa_1' })).status).toBe(201);
    expect((await sandbox.charge(key, { token: 'tok_ok_visa_2' })).body).toMatchObject({
      error: { code: 'idempotency_key_reused' },
    });
  });

  test.each([{ amount: 10_001 }, { reference: 'order 2' }, { token: 'tok_declined' }])(
    'refuses a used key with another body: %j',
    async (other) => {
      await sandbox.charge(key);
      const reused = await sandbox.charge(key, other);
      expect(reused).toMatchObject({ status: 409, body: { error: { code: 'idempotency_key_reused' } } });
      expect(await booked(key)).toHaveLength(1);
    },
  );

  test('N1: fifty concurrent repeats are one charge with one answer', async () => {
    const answers = await Promise.all(fifty.map(() => sandbox.charge(key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect(await booked(key)).toHaveLength(1);
  });

  test('N1: fifty concurrent repeats of a refund give back once', async () => {
    const id = idOf((await sandbox.charge(key)).body);
    const answers = await Promise.all(fifty.map(() => sandbox.refund(`${key}-refund`, id, 4_000)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect((await sandbox.get(`/v1/charges/${id}`)).body).toMatchObject({ amount: 10_000, refunded: 4_000 });
  });

  test('refunds raced against each other never exceed the charge', async () => {
    const id = idOf((await sandbox.charge(key)).body);
    const answers = await Promise.all(fifty.map((index) => sandbox.refund(`${key}-refund-${index}`, id, 3_000)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    for (const { body } of answers.filter(({ status }) => status !== 201)) {
      expect(body).toMatchObject({ error: { code: 'amount_too_large' } });
    }
    expect((await sandbox.get(`/v1/charges/${id}`)).body).toMatchObject({ refunded: 9_000 });
  });

  test('one refund key serves one charge, whatever is raced', async () => {
    const one = idOf((await sandbox.charge(`${key}-a`)).body);
    const two = idOf((await sandbox.charge(`${key}-b`)).body);
    const answers = await Promise.all([one, two].map((id) => sandbox.refund(`${key}-refund`, id, 1_000)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await sandbox.refund(`${key}-refund`, one, 2_000)).toMatchObject({
      body: { error: { code: 'idempotency_key_reused' } },
    });
  });

  test('refuses to refund a declined charge, and one that is not there', async () => {
    await sandbox.charge(key, { token: 'tok_declined' });
    const declined = idOf((await sandbox.get(`/v1/charges?idempotency_key=${key}`)).body);
    expect((await sandbox.refund(key, declined, 1)).body).toMatchObject({ error: { code: 'not_captured' } });
    expect((await sandbox.refund(key, 'ch_none', 1)).body).toMatchObject({ error: { code: 'not_found' } });
    expect(await sandbox.get(`/v1/refunds?idempotency_key=${key}`)).toMatchObject({ status: 404 });
  });

  test('tok_timeout captures and never answers; asking finds the charge', async () => {
    const unanswered = new AbortController();
    const request = fetch(`${sandbox.url}/v1/charges`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ token: 'tok_timeout', amount: 700, currency: 'KRW', reference: 'ride 1' }),
      signal: unanswered.signal,
    });
    const ended = request.then(
      () => 'answered',
      () => 'aborted',
    );
    const found = await until(async () => {
      const answer = await sandbox.get(`/v1/charges?idempotency_key=${key}`);
      return answer.status === 200 && answer;
    });
    expect(found.body).toMatchObject({ status: 'captured', amount: 700 });
    unanswered.abort();
    expect(await ended).toBe('aborted');
  });

  test('drops the connection before or after booking when told to', async () => {
    await sandbox.behave({ drop: 'before' });
    await expect(sandbox.charge(key)).rejects.toThrow();
    expect(await booked(key)).toHaveLength(0);
    await sandbox.behave({ drop: 'after' });
    await expect(sandbox.charge(key)).rejects.toThrow();
    expect(await booked(key)).toHaveLength(1);
    await sandbox.behave({ drop: 'before', rate: 0 });
    expect((await sandbox.charge(key)).status).toBe(201);
  });

  test('N3: delayed charges are all answered, one each', async () => {
    expect(await sandbox.behave({ delayMs: [20, 60] })).toMatchObject({
      status: 200,
      body: { delayMs: [20, 60], rate: 1 },
    });
    const answers = await Promise.all(fifty.map((index) => sandbox.charge(`${key}-${index}`, { token: 'tok_ok' })));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(await booked(`${key}-`)).toHaveLength(50);
    expect((await sandbox.charge(key, { token: 'tok_slow' })).status).toBe(201);
  });

  test('refuses every charge when told to, but not a repeat of a captured one', async () => {
    await sandbox.charge(`${key}-earlier`);
    await sandbox.behave({ refuse: true });
    expect((await sandbox.get('/v1/behaviour')).body).toEqual({ refuse: true, delayMs: null, drop: null, rate: 1 });
    expect((await sandbox.charge(key)).body).toMatchObject({ error: { code: 'card_declined' } });
    expect((await sandbox.charge(`${key}-earlier`)).status).toBe(201);
  });

  test.each([
    ['amount', { amount: 0 }],
    ['amount', { amount: 1.5 }],
    ['amount', { amount: '10000' }],
    ['currency', { currency: 'USD' }],
    ['token', { token: '' }],
    ['reference', { reference: 'x'.repeat(201) }],
    ['colour', { colour: 'red' }],
  ])('says what is wrong: %s in %j', async (field, body) => {
    const { status, body: answer } = await sandbox.charge(key, body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ error: { code: 'invalid_request', message: expect.stringContaining(field) } });
  });

  test('asks for the key, for JSON, and for behaviour that can be', async () => {
    const body = { token: 'tok_ok', amount: 1, currency: 'KRW', reference: 'x' };
    const keyless = await sandbox.send('POST', '/v1/charges', body);
    expect(keyless).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('Idempotency-Key') } },
    });
    const garbled = await sandbox.send('POST', '/v1/charges', '{"token"', { 'idempotency-key': key });
    expect(garbled).toMatchObject({ status: 400, body: { error: { code: 'invalid_request' } } });
    for (const behaviour of [{ delayMs: [600, 400] }, { rate: 2 }, { drop: 'always' }, { explode: true }]) {
      expect((await sandbox.behave(behaviour)).status).toBe(400);
    }
    expect(await sandbox.get('/v2/nothing')).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  });
});

describe('the sandbox as a server', () => {
  test('the books add up, in pages, and survive close and reopen', async () => {
    const sandbox = await freshSandbox();
    await sandbox.charge('key-0', { amount: 1_000 });
    const first = idOf((await sandbox.get('/v1/charges?idempotency_key=key-0')).body);
    await sandbox.refund('refund', first, 400);
    await sandbox.charge('key-1', { amount: 2_000 });
    await sandbox.charge('declined', { token: 'tok_declined' });
    await sandbox.charge('key-2', { amount: 3_000 });

    await sandbox.close();
    await sandbox.reopen();

    const kinds: string[] = [];
    let after = '0';
    for (;;) {
      const { body } = await sandbox.get(`/v1/books?limit=2&after=${after}`);
      const page = body as { sums: object; entries: { kind: string }[]; next: string | null }; // looked at below
      expect(page.sums).toEqual({
        captured: { count: 3, amount: 6_000 },
        declined: { count: 1 },
        refunded: { count: 1, amount: 400 },
        net: 5_600,
      });
      kinds.push(...page.entries.map(({ kind }) => kind));
      if (page.next === null) break;
      after = page.next;
    }
    expect(kinds).toEqual(['captured', 'refunded', 'captured', 'declined', 'captured']);
    await sandbox.drop();
  });

  test('closing does not wait for requests that are never answered', async () => {
    const sandbox = await freshSandbox();
    const lost = sandbox.charge('key', { token: 'tok_timeout' }).then(
      () => 'answered',
      () => 'hung up',
    );
    await until(async () => (await sandbox.get('/v1/charges?idempotency_key=key')).status === 200);
    await sandbox.close();
    expect(await lost).toBe('hung up');
    await sandbox.drop();
  });

  test('asks for the API key when it has one, and opens to other machines only with one', async () => {
    const database = await freshDatabase({ name: 'pay_sandbox', migrate: migrateSandbox });
    await expect(openSandbox({ url: database.url, host: '0.0.0.0' })).rejects.toThrow('SANDBOX_API_KEY');

    const sandbox = await openSandbox({ url: database.url, apiKey: 'correct horse' });
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      expect((await clientOf(sandbox.url, headers).charge('key')).status).toBe(401);
    }
    expect((await clientOf(sandbox.url, { authorization: 'Bearer correct horse' }).charge('key')).status).toBe(201);
    expect((await clientOf(sandbox.url).get('/livez')).status).toBe(200);
    await sandbox.close();
    await database.drop();
  });

  test('is live but not ready without its database', async () => {
    const sandbox = await openSandbox({ url: 'postgres://nobody@127.0.0.1:1/none' });
    const client = clientOf(sandbox.url);
    expect((await client.get('/livez')).status).toBe(200);
    expect((await client.get('/readyz')).status).toBe(503);
    const failed = await client.charge('key');
    expect(failed).toMatchObject({ status: 500, body: { error: { code: 'internal_error' } } });
    expect(JSON.stringify(failed.body)).not.toContain('127.0.0.1');
    await sandbox.close();
  });

  test('as a process of its own keeps its books through kill -9, and stops on SIGTERM', async () => {
    const database = await freshDatabase();
    const start = async () => {
      const main = new URL('../sandbox/main.ts', import.meta.url).pathname;
      const child = spawn(process.execPath, [main], {
        env: { ...process.env, DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'info' },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      // Whatever fails below, no process stays behind.
      onTestFinished(() => void child.kill('SIGKILL'));
      for await (const line of createInterface(child.stdout)) {
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
        if (url) return { child, exited: once(child, 'exit'), client: clientOf(url) };
      }
      throw new Error('The sandbox ended without saying where it listens.');
    };

    const killed = await start();
    const charged = await killed.client.charge('key');
    killed.child.kill('SIGKILL');
    await killed.exited;

    const restarted = await start();
    const again = await restarted.client.charge('key');
    expect([again.status, again.body]).toEqual([201, charged.body]);
    restarted.child.kill('SIGTERM');
    expect(await restarted.exited).toEqual([0, null]);
    await database.drop();
  });
});
