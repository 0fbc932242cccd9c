import type { Logger } from '@moa/telemetry';
import fastify from 'fastify';
import { Pool } from 'pg';
import { answerErrors } from './answer-errors.ts';
import { requireApiKey } from './authenticate.ts';
import { behaviourSchema } from './behaviour.ts';
import { behaviourRoutes } from './routes/behaviour.ts';
import { bookRoutes } from './routes/books.ts';
import { chargeRoutes } from './routes/charges.ts';
import { healthRoutes } from './routes/health.ts';
import { refundRoutes } from './routes/refunds.ts';
import type { Sandbox } from './routes/sandbox.ts';

export type SandboxOptions = {
  /** The PostgreSQL database with the books; `migrateSandbox` makes its tables. */
  url: string;
  /** 0 takes a free one. */
  port?: number;
  /** Anything but this machine's loopback needs an `apiKey`. */
  host?: string;
  apiKey?: string;
  logger?: Logger;
};

/** An open sandbox: where it listens, and how to stop it (requests in hand are finished). */
export type OpenSandbox = { url: string; close(): Promise<void> };

/** Opens the sandbox payment provider over HTTP. */
export async function openSandbox(options: SandboxOptions): Promise<OpenSandbox> {
  const { port = 0, host = '127.0.0.1', apiKey, logger } = options;
  const app = fastify({ bodyLimit: 16_384, requestTimeout: 10_000 });
  requireApiKey(app, host, apiKey);
  answerErrors(app, logger);

  const pool = new Pool({
    connectionString: options.url,
    max: 10,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 2_500,
    lock_timeout: 1_000,
  });
  // Without a listener, a database that restarts would take this process along.
  pool.on('error', (err) => logger?.warn({ err }, 'lost an idle database connection'));

  const sandbox: Sandbox = { pool, behaviour: behaviourSchema.parse({}), held: new Set() };
  for (const routes of [chargeRoutes, refundRoutes, bookRoutes, behaviourRoutes, healthRoutes]) routes(app, sandbox);
  // Nobody will ever answer these, so closing must not wait for them.
  app.addHook('preClose', async () => {
    for (const socket of sandbox.held) socket.destroy();
  });
  app.addHook('onClose', () => pool.end());

  try {
    const url = await app.listen({ port, host });
    return { url, close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}
