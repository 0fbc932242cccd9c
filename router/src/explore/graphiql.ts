import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Logger } from '@moa/telemetry';
import type { FastifyInstance } from 'fastify';
import { RouterError } from '../errors.ts';
import { accepts, knows } from '../kept-answers.ts';
import { createFinder } from './built.ts';
import { endpointsOf } from './endpoints.ts';
import type { Exploration } from './exploration.ts';
import { graphiqlPage, missingPage, waitingPage } from './graphiql-page.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** `/graphiql`, and its files under `/graphiql/`: all that the page loads comes from here. */
export function registerGraphiql(app: FastifyInstance, exploration: Exploration, logger: Logger): void {
  const closing = new AbortController();
  app.addHook('onClose', async () => closing.abort());
  const find = createFinder(logger, closing.signal);

  app.get('/graphiql', async (request, reply) => {
    const found = await find();
    reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(endpointsOf(request).subscriptionEndpoint),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    if (found.kind !== 'built') {
      const waiting = found.kind === 'building';
      reply.code(503).header('cache-control', 'no-store');
      if (waiting) reply.header('retry-after', '2');
      return waiting ? waitingPage(exploration) : missingPage(exploration);
    }
    const html = graphiqlPage(exploration, found.built.entry);
    const etag = `"${createHash('sha256').update(html).digest('base64url')}"`;
    reply.headers({ 'cache-control': 'no-cache', etag });
    if (knows(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return html;
  });

  app.get<{ Params: { name: string } }>('/graphiql/:name', async (request, reply) => {
    const { name } = request.params;
    const found = await find();
    const contentType = contentTypes[path.extname(name)];
    // A name that was listed leads nowhere else.
    if (found.kind !== 'built' || !contentType || !found.built.names.has(name))
      throw new RouterError('NOT_FOUND', 'There is no such file here.');
    const file = accepts('gzip', request.headers['accept-encoding']) ? `${name}.gz` : name;
    const etag = `"${file}"`; // the name holds a hash of the content
    reply.headers({
      'content-type': contentType,
      'content-security-policy': "default-src 'none'", // a worker's own
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'origin, accept-encoding', // origin: as everywhere, for CORS
      etag,
    });
    if (knows(request.headers['if-none-match'], etag)) return reply.code(304).send();
    if (file !== name) reply.header('content-encoding', 'gzip');
    return reply.send(createReadStream(path.join(found.built.folder, file)));
  });
}

const pagePolicy = (subscriptionEndpoint: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${new URL(subscriptionEndpoint).origin}`, // 'self' doesn't cover WebSockets in every browser
    "style-src 'self' 'unsafe-inline'", // the editor writes its own
    "font-src 'self' data:",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
