import { freshDatabase } from '@moa/testing';
import { migrateSandbox, openSandbox } from '../sandbox/index.ts';

export type Answer = { status: number; headers: Headers; body: unknown };

/** Talks to a sandbox as any HTTP client would. */
export function clientOf(url: string, headers: Record<string, string> = {}) {
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(url + path, {
      method,
      // A connection of its own: one kept alive could turn out to belong to a sandbox that has closed since.
      headers: {
        connection: 'close',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
        ...more,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return { status: response.status, headers: response.headers, body: answer };
  };
  return {
    send,
    get: (path: string) => send('GET', path),
    charge: (key: string, body: object = {}) =>
      send(
        'POST',
        '/v1/charges',
        { token: 'tok_ok', amount: 10_000, currency: 'KRW', reference: 'order 1', ...body },
        { 'idempotency-key': key },
      ),
    refund: (key: string, chargeId: string, amount: number) =>
      send('POST', `/v1/charges/${chargeId}/refunds`, { amount }, { 'idempotency-key': key }),
    behave: (behaviour: object) => send('PUT', '/v1/behaviour', behaviour),
  };
}

/** A sandbox with empty books of its own, which can be closed and opened again on the same port. */
export async function freshSandbox(options: { apiKey?: string } = {}) {
  const database = await freshDatabase({ name: 'pay_sandbox', migrate: migrateSandbox });
  let sandbox = await openSandbox({ url: database.url, ...options });
  const { url } = sandbox;
  let open = true;
  const close = async () => {
    if (open) await sandbox.close();
    open = false;
  };
  return {
    url,
    databaseUrl: database.url,
    ...clientOf(url),
    close,
    async reopen() {
      sandbox = await openSandbox({ url: database.url, port: Number(new URL(url).port), ...options });
      open = true;
    },
    async drop() {
      await close();
      await database.drop();
    },
  };
}
