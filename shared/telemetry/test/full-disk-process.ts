import { createLogger } from '../src/index.ts';

/** Logs more than is held, and then comes to its own end. */
const logger = createLogger('order', 'info');
for (let line = 0; line < 20_000; line += 1) logger.info({ line }, 'nobody can take this');
logger.fatal('nor this');
process.stdout.write('still there');
