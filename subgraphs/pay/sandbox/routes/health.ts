import type { FastifyInstance } from 'fastify';
import type { Sandbox } from './sandbox.ts';

export function healthRoutes(app: FastifyInstance, { pool }: Sandbox): void {
  app.get('/livez', async () => ({ status: 'live' }));

  app.get('/readyz', async (_request, reply) => {
    try {
      await pool.query('select 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready', reason: 'The database does not answer.' });
    }
  });
}
