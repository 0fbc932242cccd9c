import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Asks for `Authorization: Bearer <apiKey>` on every path below /v1/. Without a key the door is open, on this machine only.
 * @throws Error when there is no key and `host` can be reached from other machines.
 */
export function requireApiKey(app: FastifyInstance, host: string, apiKey: string | undefined): void {
  if (apiKey === undefined) {
    if (loopback.has(host)) return;
    throw new Error(
      `The sandbox would listen on ${host}, open to everybody. Set SANDBOX_API_KEY, or listen on 127.0.0.1.`,
    );
  }
  const expected = digest(`Bearer ${apiKey}`);
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/v1/')) return;
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return;
    throw new Refusal('unauthorized', 'Send the API key as "Authorization: Bearer <key>".');
  });
}

// Digests have one length, so the comparison takes the same time whatever was sent.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
