import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Exploration } from './exploration.ts';
import { type Endpoints, page, sandboxOrigins } from './page.ts';

/** `/`: Apollo Sandbox with the endpoints for requests and for subscriptions filled in; a note where it can't be loaded. */
export function registerExploration(app: FastifyInstance, exploration: Exploration = { title: 'GraphQL' }): void {
  app.get('/', async (request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    return page(exploration, endpointsOf(request), nonce);
  });
}

/** As the reader's browser reaches us, which behind a proxy is not where we listen. */
function endpointsOf({ host, protocol }: FastifyRequest): Endpoints {
  const safeHost = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? host : 'localhost';
  return {
    endpoint: `${protocol}://${safeHost}/graphql`,
    subscriptionEndpoint: `${protocol === 'https' ? 'wss' : 'ws'}://${safeHost}/graphql`,
  };
}

const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${sandboxOrigins.script}`,
    `frame-src ${sandboxOrigins.frame}`,
    "connect-src 'self' ws: wss:", // 'self' doesn't cover WebSockets in every browser
    "style-src 'unsafe-inline'", // Sandbox styles its own frame
    'img-src data: https:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
