import { createLogger, inTrace } from '../src/index.ts';

/** Says a few things, and is gone without a chance to flush. */
const logger = createLogger('order');
createLogger('quiet', 'silent').fatal('unheard');
logger.debug('details');
logger.info('said');
logger.info(
  {
    password: 'hunter2',
    email: 'a@moa',
    input: { token: 'hunter2', accessToken: 'hunter2', refreshToken: 'hunter2', providerToken: 'hunter2' },
    request: { headers: { authorization: 'Bearer hunter2' }, body: { idempotencyKey: 'hunter2' } },
  },
  'secrets',
);
const row = 'Failing row contains (1, swordfish).';
const refused = new Error(`null value in column "name" violates not-null constraint\n - detail: ${row}`);
logger.error({ err: Object.assign(refused, { detail: row }) }, 'failed');
inTrace({ requestId: 'request-1', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }, () =>
  logger.error('in a trace'),
);
logger.fatal('killed');
process.kill(process.pid, 'SIGKILL');
