import type { FastifyInstance } from 'fastify';

export type Phase = 'starting' | 'ready' | 'draining';

export interface Health {
  phase: Phase;
}

/** `/livez`: the process answers. `/readyz`: it may be sent new work. */
export function registerHealth(app: FastifyInstance, health: Readonly<Health>): void {
  app.get('/livez', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    reply.code(health.phase === 'ready' ? 200 : 503);
    return { status: health.phase };
  });
}
