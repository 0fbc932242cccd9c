import { createReadStream } from 'node:fs';
import type { Logger } from '@moa/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RouterError } from '../errors.ts';
import { endpointsOf } from '../explore/endpoints.ts';
import { accepts, knows } from '../kept-answers.ts';
import type { SiteFile } from './files.ts';
import { createFinder } from './find.ts';
import type { Site } from './site.ts';
import { missingPage, waitingPage } from './waiting-page.ts';

/** Serves the site's files under its path, and its first page for whatever else stands there: that is for its script to read. */
export function registerSite(app: FastifyInstance, site: Site, logger: Logger): void {
  const closing = new AbortController();
  app.addHook('onClose', async () => closing.abort());
  const find = createFinder(site, logger, closing.signal);

  const answer = async (request: FastifyRequest, reply: FastifyReply, name: string) => {
    const found = await find();
    if (found.kind !== 'there') {
      reply.code(503).headers({ ...pageHeaders(request), 'cache-control': 'no-store' });
      if (found.kind === 'coming') reply.header('retry-after', '1');
      return found.kind === 'coming' ? waitingPage(site.title) : missingPage(site.title);
    }
    const file = found.files.get(name);
    if (file && name !== 'index.html') return sendFile(request, reply, file, name);
    const index = found.files.get('index.html');
    // A file of another version is not a page.
    if (name.startsWith('assets/') || !index) throw new RouterError('NOT_FOUND', 'There is no such file here.');
    reply.headers(pageHeaders(request));
    return sendFile(request, reply, index, 'index.html');
  };
  app.get(`${site.path}/settings.json`, async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return site.settings ?? {};
  });
  app.get(site.path, (request, reply) => answer(request, reply, ''));
  app.get<{ Params: { '*': string } }>(`${site.path}/*`, (request, reply) =>
    answer(request, reply, request.params['*']),
  );
}

function sendFile(request: FastifyRequest, reply: FastifyReply, { contentType, etag, places }: SiteFile, name: string) {
  const taken = request.headers['accept-encoding'];
  const [encoding, place] =
    places.br && accepts('br', taken)
      ? ['br', places.br]
      : places.gzip && accepts('gzip', taken)
        ? ['gzip', places.gzip]
        : [undefined, places.plain];
  const tag = `"${etag}${encoding ? `-${encoding}` : ''}"`;
  reply.headers({
    'content-type': contentType,
    'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    vary: 'origin, accept-encoding', // origin: as everywhere, for CORS
    etag: tag,
  });
  if (knows(request.headers['if-none-match'], tag)) return reply.code(304).send();
  if (encoding) reply.header('content-encoding', encoding);
  return reply.send(createReadStream(place));
}

/** A page runs its own scripts and asks this router; nothing else. */
const pageHeaders = (request: FastifyRequest): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${new URL(endpointsOf(request).subscriptionEndpoint).origin}`, // 'self' doesn't cover WebSockets in every browser
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
});
