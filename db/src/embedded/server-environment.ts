/** The environment PostgreSQL's programs get: none of the caller's PG* variables, messages in English so that they can be read. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' };
}
