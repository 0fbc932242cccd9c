import type { AddressInfo } from 'node:net';
import { openBullQueues } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import fastify from 'fastify';
import { authenticatorFor } from '../authenticator.ts';
import { type Environment, portOf } from '../config.ts';
import { busUrl } from '../jobs/reach.ts';
import { workedQueues } from '../worked-queues.ts';
import { admitAdmins } from './admission.ts';
import { protect } from './protection.ts';
import { registerQueues } from './queues.ts';

export type Board = { readonly url: string; close(): Promise<void> };

/**
 * Serves a page that shows the queues to admins, and changes nothing. A process of its own: the router, which everybody reaches,
 * holds no key to the queues for it. @throws Refusal when no Moa runs where the environment says
 */
export async function startBoard(env: Readonly<Environment>): Promise<Board> {
  const queues = await openBullQueues({ url: await busUrl(env), logger: createLogger('board', env.LOG_LEVEL) });
  const authenticate = authenticatorFor(env);
  const app = fastify({ bodyLimit: 16_384, requestTimeout: 10_000, forceCloseConnections: true });
  protect(app);
  admitAdmins(app, authenticate, { secure: !isLoopback(env.HOST) });
  registerQueues(app, workedQueues.map(queues.queue));
  const close = async () => {
    await app.close();
    await authenticate.close();
    await queues.close();
  };
  try {
    await app.listen({ port: portOf('board', env), host: env.HOST });
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo; // a TCP server that listens has such an address
  return { url: `http://localhost:${port}`, close };
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');
