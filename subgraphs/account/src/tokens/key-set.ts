import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';

/** How long others may go on with the keys they read before they ask again. */
const freshSeconds = 300;

/** `GET /.well-known/jwks.json`: the public keys that members' access tokens are verified with (RFC 7517). */
export const keySetRoutes =
  (read: () => Promise<JSONWebKeySet>) =>
  (app: FastifyInstance): void => {
    app.get('/.well-known/jwks.json', async (_request, reply) =>
      reply
        .type('application/jwk-set+json')
        .header('cache-control', `public, max-age=${freshSeconds}`)
        .send(JSON.stringify(await read())),
    );
  };
