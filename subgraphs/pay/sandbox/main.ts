import { port, readConfig, url } from '@moa/config';
import { createLogger } from '@moa/telemetry';
import { z } from 'zod';
import { migrateSandbox } from './migrate.ts';
import { openSandbox } from './open.ts';

const help = `The sandbox payment provider of Moa, as a process of its own.

  node subgraphs/pay/sandbox/main.ts

Environment:
  DATABASE_URL      the PostgreSQL database for its books (required)
  PORT              where to listen; 4020 when unset
  HOST              127.0.0.1 when unset; any other needs SANDBOX_API_KEY
  SANDBOX_API_KEY   when set, callers must send "Authorization: Bearer <key>"
  LOG_LEVEL         trace, debug, info, warn, error; info when unset
`;

const environment = z.object({
  DATABASE_URL: url('postgres', 'postgresql'),
  PORT: port.default(4020),
  HOST: z.string().min(1).default('127.0.0.1'),
  SANDBOX_API_KEY: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
});

async function main(): Promise<void> {
  const config = readConfig(environment, process.env);
  const logger = createLogger('pay-sandbox', config.LOG_LEVEL);
  await migrateSandbox(config.DATABASE_URL);
  const sandbox = await openSandbox({
    url: config.DATABASE_URL,
    port: config.PORT,
    host: config.HOST,
    logger,
    ...(config.SANDBOX_API_KEY !== undefined && { apiKey: config.SANDBOX_API_KEY }),
  });
  process.stdout.write(`Sandbox payment provider: ${sandbox.url}\n`);

  const stop = () => {
    sandbox.close().catch((err: unknown) => {
      logger.error({ err }, 'could not close');
      process.exitCode = 1;
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

if (process.argv.includes('--help')) {
  process.stdout.write(help);
} else {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
