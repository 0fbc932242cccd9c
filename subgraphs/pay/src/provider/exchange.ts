import { Agent } from 'undici';

/** What came of one HTTP request: an answer in JSON, or none that can be relied on. */
export type Exchange = { kind: 'answered'; status: number; body: unknown } | { kind: 'lost'; reason: string };

export type Call = {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Milliseconds until the call is aborted, from queueing to the last byte of the answer. */
  deadlineMs: number;
  signal?: AbortSignal | undefined;
};

/** HTTP towards one provider. Never throws: whatever fails is a lost answer. */
export type Http = { send(call: Call): Promise<Exchange>; close(): Promise<void> };

/** Opens a connection pool to the provider at `url`; `headers` go with every call. */
export function openHttp(url: string, headers: Record<string, string>): Http {
  const base = url.replace(/\/+$/, '');
  const agent = new Agent({ connections: 512, maxResponseSize: 1_048_576 });

  return {
    async send({ method, path, headers: own, body, deadlineMs, signal }) {
      const deadline = AbortSignal.timeout(deadlineMs);
      try {
        const { origin, pathname, search } = new URL(base + path);
        const response = await agent.request({
          origin,
          path: pathname + search,
          method,
          headers: {
            accept: 'application/json',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
            ...own,
          },
          body: body === undefined ? null : JSON.stringify(body),
          signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        });
        const text = await response.body.text();
        return understand(response.statusCode, text);
      } catch (error) {
        if (signal?.aborted) return { kind: 'lost', reason: 'the caller gave up waiting' };
        if (deadline.aborted) return { kind: 'lost', reason: `no answer within ${deadlineMs} ms` };
        return { kind: 'lost', reason: `the connection failed (${codeOf(error)})` };
      }
    },
    close: () => agent.destroy(),
  };
}

/** Overload, time-outs and the provider's own faults say nothing about the money, so they count as no answer. */
function understand(status: number, text: string): Exchange {
  if (status >= 500 || status === 408 || status === 429)
    return { kind: 'lost', reason: `the provider answered ${status}` };
  try {
    const body: unknown = JSON.parse(text);
    return { kind: 'answered', status, body };
  } catch {
    return { kind: 'lost', reason: `the provider answered ${status} without JSON` };
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
}
