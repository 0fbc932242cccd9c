import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import { keySetFreshSeconds } from './rotation.ts';

/** `GET /.well-known/jwks.json`: the public keys that members' access tokens are verified with (RFC 7517). */
export const keySetRoutes =
  (read: () => Promise<JSONWebKeySet>) =>
  (app: FastifyInstance): void => {
    app.get('/.well-known/jwks.json', async (_request, reply) =>
      reply
        .type('application/jwk-set+json')
        .header('cache-control', `public, max-age=${keySetFreshSeconds}`)
        .send(JSON.stringify(await read())),
    );
  };
