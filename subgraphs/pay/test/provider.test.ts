import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createProvider, ProviderRejection } from '../src/provider/index.ts';
import { freshSandbox } from './fresh-sandbox.ts';

const fifty = Array.from({ length: 50 }, (_, index) => index);

describe('paying at the sandbox', () => {
  let sandbox: Awaited<ReturnType<typeof freshSandbox>>;
  let provider: ReturnType<typeof createProvider>;
  let count = 0;
  let key = '';
  beforeAll(async () => {
    sandbox = await freshSandbox();
  });
  beforeEach(async () => {
    key = `order:${++count}`;
    provider = createProvider({ kind: 'sandbox', url: sandbox.url });
    await sandbox.behave({});
  });
  afterEach(() => provider.close());
  afterAll(() => sandbox.drop());

  const charge = (token: string, more: { key?: string; amount?: number } = {}, signal?: AbortSignal) =>
    provider.charge({ key, token, amount: 9_900, reference: 'order 1', ...more }, signal);
  const captured = async () => {
    const outcome = await charge('tok_ok');
    if (outcome.kind !== 'captured') throw new Error(`Expected a captured charge, got ${outcome.kind}.`);
    return outcome.chargeId;
  };
  const sums = async () => {
    const { body } = await sandbox.get('/v1/books');
    return (body as { sums: { captured: { count: number }; refunded: { count: number; amount: number } } }).sums; // the README's shape
  };

  test('captures, and repeats say the same', async () => {
    const outcome = await charge('tok_ok');
    expect(outcome).toEqual({ kind: 'captured', chargeId: expect.stringMatching(/^ch_/) });
    expect(await charge('tok_ok')).toEqual(outcome);
  });

  test.each([
    ['tok_declined', 'card_declined'],
    ['tok_nobody', 'invalid_token'],
  ])('F2: %s is refused with %s', async (token, code) => {
    const refused = { kind: 'refused', code, message: expect.any(String) };
    expect(await charge(token)).toEqual(refused);
    expect(await charge(token)).toEqual(refused);
  });

  test('N1: fifty concurrent repeats charge once', async () => {
    const before = await sums();
    const outcomes = await Promise.all(fifty.map(() => charge('tok_ok')));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect((await sums()).captured.count).toBe(before.captured.count + 1);
  });

  test('N3: a slow card is captured within the deadline', async () => {
    expect(await charge('tok_slow')).toMatchObject({ kind: 'captured' });
  });

  test('a charge whose answer never comes is found by asking', async () => {
    const hasty = createProvider({ kind: 'sandbox', url: sandbox.url, deadlineMs: 300 });
    onTestFinished(() => hasty.close());
    const request = { key, token: 'tok_timeout', amount: 9_900, reference: 'order 1' };
    expect(await hasty.charge(request)).toMatchObject({ kind: 'captured' });
  });

  test('a connection dropped after booking is settled by asking, refusals too', async () => {
    await sandbox.behave({ drop: 'after' });
    expect(await charge('tok_ok')).toMatchObject({ kind: 'captured' });
    expect(await charge('tok_declined', { key: `${key}-declined` })).toMatchObject({
      kind: 'refused',
      code: 'card_declined',
    });
  });

  test('a connection dropped before booking is unknown, until a repeat with the same key', async () => {
    await sandbox.behave({ drop: 'before' });
    expect(await charge('tok_ok')).toMatchObject({ kind: 'unknown' });
    expect(await sandbox.get(`/v1/charges?idempotency_key=${encodeURIComponent(key)}`)).toMatchObject({ status: 404 });
    await sandbox.behave({});
    expect(await charge('tok_ok')).toMatchObject({ kind: 'captured' });
  });

  test('a key used for another amount is our own fault, and said so', async () => {
    await charge('tok_ok');
    await expect(charge('tok_ok', { amount: 1 })).rejects.toMatchObject({
      name: 'ProviderRejection',
      status: 409,
      code: 'idempotency_key_reused',
    });
    await expect(charge('tok_ok', { key: 'half a won', amount: 0.5 })).rejects.toBeInstanceOf(ProviderRejection);
  });

  test('a caller that gives up gets unknown, and the charge is made or found later', async () => {
    await sandbox.behave({ delayMs: [300, 300] });
    const leaving = new AbortController();
    const pending = charge('tok_ok', {}, leaving.signal);
    leaving.abort();
    expect(await pending).toMatchObject({ kind: 'unknown' });
    expect(await charge('tok_ok')).toMatchObject({ kind: 'captured' });
  });

  test('F5: refunds once per key, also when the answer was dropped', async () => {
    const chargeId = await captured();
    const before = await sums();
    const refund = { key: `${key}-refund`, chargeId, amount: 9_900 };
    await sandbox.behave({ drop: 'after' });
    const first = await provider.refund(refund);
    expect(first).toEqual({ kind: 'refunded', refundId: expect.stringMatching(/^re_/) });
    await sandbox.behave({});
    const outcomes = await Promise.all(fifty.map(() => provider.refund(refund)));
    expect(new Set([first, ...outcomes].map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect((await sums()).refunded).toEqual({
      count: before.refunded.count + 1,
      amount: before.refunded.amount + 9_900,
    });
  });

  test('a refund dropped before booking is unknown, and then repeated', async () => {
    const refund = { key: `${key}-refund`, chargeId: await captured(), amount: 100 };
    await sandbox.behave({ drop: 'before' });
    expect(await provider.refund(refund)).toMatchObject({ kind: 'unknown' });
    await sandbox.behave({});
    expect(await provider.refund(refund)).toMatchObject({ kind: 'refunded' });
  });

  test('refunds raced under keys of their own stay within the charge', async () => {
    const chargeId = await captured();
    const raced = await Promise.allSettled(
      fifty.map((index) => provider.refund({ key: `${key}-refund-${index}`, chargeId, amount: 3_000 })),
    );
    const rejected = raced.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(raced.length - rejected.length).toBe(3);
    expect(new Set(rejected.map(({ code }) => code))).toEqual(new Set(['amount_too_large']));
  });

  test('takes keys that no header could hold', async () => {
    const outcome = await charge('tok_ok', { key: '주문 7' });
    expect(outcome).toMatchObject({ kind: 'captured' });
    expect(await charge('tok_ok', { key: '주문 7' })).toEqual(outcome);
    expect(await charge('tok_ok', { key: '주문 8' })).not.toEqual(outcome);
  });

  test('sends its API key, and is rejected with a wrong one', async () => {
    const guarded = await freshSandbox({ apiKey: 'correct horse' });
    onTestFinished(() => guarded.drop());
    const request = { key, token: 'tok_ok', amount: 1_000, reference: 'order 1' };
    const right = createProvider({ kind: 'sandbox', url: guarded.url, apiKey: 'correct horse' });
    const wrong = createProvider({ kind: 'sandbox', url: guarded.url, apiKey: 'wrong' });
    onTestFinished(async () => {
      await Promise.all([right.close(), wrong.close()]);
    });
    expect(await right.charge(request)).toMatchObject({ kind: 'captured' });
    await expect(wrong.charge(request)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  describe('the breaker', () => {
    const broken = { kind: 'unknown', reason: expect.stringContaining('was not asked') };
    const open = (halfOpenAfterMs: number) => {
      const opened = createProvider({ kind: 'sandbox', url: sandbox.url, breaker: { halfOpenAfterMs } });
      onTestFinished(() => opened.close());
      return opened;
    };
    const failFiveTimes = async (at: typeof provider) => {
      await sandbox.behave({ drop: 'before' });
      for (const index of fifty.slice(0, 5)) {
        const outcome = await at.charge({ key: `${key}-${index}`, token: 'tok_ok', amount: 100, reference: 'x' });
        expect(outcome).toEqual({ kind: 'unknown', reason: expect.stringContaining('the connection failed') });
      }
    };

    test('N3: opens after five lost calls in a row, and then does not ask', async () => {
      const patient = open(600_000);
      await failFiveTimes(patient);
      await sandbox.behave({});
      expect(await patient.charge({ key, token: 'tok_ok', amount: 100, reference: 'x' })).toEqual(broken);
      expect(await patient.refund({ key, chargeId: 'ch_none', amount: 100 })).toEqual(broken);
      expect(await sandbox.get(`/v1/charges?idempotency_key=${encodeURIComponent(key)}`)).toMatchObject({
        status: 404,
      });
    });

    test('N3: closes once the provider answers again', async () => {
      const quick = open(50);
      await failFiveTimes(quick);
      await sandbox.behave({});
      const outcome = await until(async () => {
        const tried = await quick.charge({ key, token: 'tok_ok', amount: 100, reference: 'x' });
        return tried.kind === 'captured' && tried;
      });
      expect(outcome.kind).toBe('captured');
      const after = await Promise.all(
        fifty.map((index) =>
          quick.charge({ key: `${key}-after-${index}`, token: 'tok_ok', amount: 100, reference: 'x' }),
        ),
      );
      expect(new Set(after.map(({ kind }) => kind))).toEqual(new Set(['captured']));
    });

    test('stays open while the trial call fails too', async () => {
      const quick = open(1);
      await failFiveTimes(quick);
      const tried = await until(async () => {
        const outcome = await quick.charge({ key, token: 'tok_ok', amount: 100, reference: 'x' });
        return outcome.kind === 'unknown' && outcome.reason.includes('the connection failed') && outcome;
      });
      expect(tried.kind).toBe('unknown');
    });

    test('N3: is opened by a provider that says nothing, though its callers leave while its books are asked', async () => {
      const silent = createServer();
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const { port } = silent.address() as AddressInfo; // a TCP server that listens has such an address
      const opened = createProvider({ kind: 'sandbox', url: `http://127.0.0.1:${port}`, deadlineMs: 30 });
      onTestFinished(async () => {
        await opened.close();
        silent.close();
      });
      const outcome = await until(async () => {
        const request = { key, token: 'tok_ok', amount: 100, reference: 'x' };
        const tried = await opened.charge(request, AbortSignal.timeout(150));
        return tried.kind === 'unknown' && tried.reason.includes('was not asked') && tried;
      });
      expect(outcome).toEqual(broken);
    });

    test('is not opened by refusals, by lost answers that asking settles, or by our own faults', async () => {
      await sandbox.behave({ drop: 'after' });
      for (const index of fifty.slice(0, 8)) {
        const settled = { token: index % 2 ? 'tok_ok' : 'tok_declined', key: `${key}-${index}` };
        expect((await charge(settled.token, settled)).kind).not.toBe('unknown');
      }
      await sandbox.behave({});
      for (const _ of fifty.slice(0, 8)) {
        await expect(charge('tok_ok', { amount: 0 })).rejects.toBeInstanceOf(ProviderRejection);
      }
      expect(await charge('tok_ok')).toMatchObject({ kind: 'captured' });
    });
  });

  test('a provider that is not there is unknown', async () => {
    const nowhere = createProvider({ kind: 'sandbox', url: 'http://127.0.0.1:1' });
    onTestFinished(() => nowhere.close());
    const outcome = await nowhere.charge({ key, token: 'tok_ok', amount: 100, reference: 'x' });
    expect(outcome).toEqual({ kind: 'unknown', reason: expect.stringContaining('ECONNREFUSED') });
  });
});
