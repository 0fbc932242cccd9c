import type { FastifyInstance } from 'fastify';

/** `/livez`: the process runs. `/readyz`: it can serve; 503 while it can't, and while it drains. */
export function healthRoutes(app: FastifyInstance, ready: () => Promise<unknown>): void {
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const isReady =
      !draining &&
      (await ready().then(
        () => true,
        () => false,
      ));
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable' });
  });
}
