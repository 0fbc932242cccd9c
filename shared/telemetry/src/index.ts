export { createLogger, type Logger } from './logger.ts';
export { redacted } from './redacted.ts';
