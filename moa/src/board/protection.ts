import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

const headers = {
  // The page is all of its own; whatever a job's data says is text.
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin', // with none a browser would not say either that the form is ours
  'cache-control': 'no-store',
};

/** Nothing is changed from here, and nobody else's page shows this one, or sends to it. For routes that are added later. */
export function protect(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads && request.url !== '/sign-in')
      return reply.code(405).header('allow', 'GET').send('This page only shows.');
    if (!reads && !isOwn(request.headers)) return reply.code(403).send('Sign in on the page itself.');
    return undefined;
  });
}

/** Browsers say where a form comes from. Who is no browser has nobody else's cookies. */
const isOwn = ({ origin, host }: IncomingHttpHeaders): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
