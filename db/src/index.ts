export { withAdvisoryLock } from './advisory-lock.ts';
export { databaseUrls } from './database-urls.ts';
export { defaultDataDir } from './embedded/data-dir.ts';
export { freePort } from './embedded/free-port.ts';
export type { Settings } from './embedded/postmaster.ts';
export { type EmbeddedPostgres, runningUrl, startPostgres, stopAbandoned } from './embedded/start-postgres.ts';
export { type Part, prepare } from './prepare.ts';
export { provision } from './provision.ts';
export { type LocalSecrets, localSecrets } from './secrets.ts';
