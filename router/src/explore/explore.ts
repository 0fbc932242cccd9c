import { randomBytes } from 'node:crypto';
import type { Logger } from '@moa/telemetry';
import type { FastifyInstance } from 'fastify';
import { endpointsOf } from './endpoints.ts';
import type { Exploration } from './exploration.ts';
import { registerGraphiql } from './graphiql.ts';
import { sandboxOrigins, sandboxPage } from './sandbox-page.ts';

type Options = {
  readonly exploration?: Exploration | undefined;
  /** GraphiQL is nothing without the schema, and isn't served then. */
  readonly introspection: boolean;
  readonly logger: Logger;
};

/**
 * `/`: Apollo Sandbox with the endpoints for requests and for subscriptions filled in; a note where it can't be loaded.
 * `/graphiql`: GraphiQL, from here alone.
 */
export function registerExploration(app: FastifyInstance, options: Options): void {
  const { exploration = { title: 'GraphQL' }, introspection, logger } = options;
  app.get('/', async (request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    return sandboxPage(exploration, { ...endpointsOf(request), nonce, graphiql: introspection });
  });
  if (introspection) registerGraphiql(app, exploration, logger);
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
