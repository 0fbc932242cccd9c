import type { CustomFetch } from 'openid-client';
import { ProviderFault } from './provider-fault.ts';

export type FetchBounds = {
  /** Ends the request, to the last byte of its answer. */
  readonly deadline: AbortSignal;
  /** For a provider on this machine, as in tests: everywhere else there is TLS or nothing. */
  readonly httpOnLoopback: boolean;
};

/** Discovery documents, key sets and profiles have a few kilobytes. */
const largestAnswer = 65_536;
const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

export function isSecure(endpoint: string, { httpOnLoopback }: Pick<FetchBounds, 'httpOnLoopback'>): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  return protocol === 'https:' || (protocol === 'http:' && httpOnLoopback && loopback.has(hostname));
}

/** Waits so long, reads so much, and goes nowhere else. @throws ProviderFault */
export const boundedFetch =
  (bounds: FetchBounds): CustomFetch =>
  async (url, { body, headers, method }) => {
    if (!isSecure(url, bounds)) throw new ProviderFault('unavailable', 'INSECURE_ENDPOINT');
    try {
      const request = { body: body ?? null, headers, method, redirect: 'manual', signal: bounds.deadline } as const;
      const response = await fetch(url, request);
      if (response.status >= 500 || response.status === 429) throw await abandon(response, `STATUS_${response.status}`);
      // A redirected token request would carry the secret and the code with it.
      if (response.status >= 300 && response.status < 400) throw await abandon(response, 'REDIRECTED');
      return new Response(await contentOf(response), { status: response.status, headers: response.headers });
    } catch (error) {
      if (error instanceof ProviderFault) throw error;
      throw new ProviderFault('unavailable', bounds.deadline.aborted ? 'TOO_SLOW' : 'CONNECTION_FAILED');
    }
  };

async function abandon(response: Response, reason: string): Promise<ProviderFault> {
  await response.body?.cancel();
  return new ProviderFault('unavailable', reason);
}

async function contentOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new ProviderFault('unavailable', 'ANSWER_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
