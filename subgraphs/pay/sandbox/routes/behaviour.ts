import type { FastifyInstance } from 'fastify';
import { behaviourSchema } from '../behaviour.ts';
import type { Sandbox } from './sandbox.ts';

export function behaviourRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/v1/behaviour', async () => sandbox.behaviour);

  app.put('/v1/behaviour', async (request) => {
    sandbox.behaviour = behaviourSchema.parse(request.body);
    return sandbox.behaviour;
  });
}
