import { subgraphs } from '@moa/contracts';
import type { Variables } from '../dot-env.ts';

/** Where databases are: `host:port` as pods see them. */
export type Servers = { readonly postgres: string; readonly redis: string };

/** Those of the subgraphs that sign in their own name. */
const signers: readonly string[] = ['order', 'taxi', 'plan'];

/**
 * The files that an overlay's generators read, by their path in the overlay: to each part what is its own, and the admin's
 * password to the schema alone.
 *
 * @param keys what `npm run keys` printed
 * @throws when a key or a password is missing there
 */
export function secretFiles(keys: Variables, servers: Servers): Readonly<Record<string, Variables>> {
  const key = (name: string): string => {
    const value = keys[name];
    if (!value) throw new Error(`npm run keys printed no ${name}.`);
    return value;
  };
  const passwordOf = (name: string) => key(`${name.toUpperCase()}_DATABASE_PASSWORD`);
  const databaseOf = (name: string): Variables => ({
    [`${name.toUpperCase()}_DATABASE_URL`]: `postgres://moa_${name}:${passwordOf(name)}@${servers.postgres}/moa_${name}`,
  });
  const redis = { REDIS_URL: `redis://:${key('REDIS_PASSWORD')}@${servers.redis}` };
  const ofPart = (name: string): Variables => ({
    ...redis,
    ...databaseOf(name),
    ...(signers.includes(name) ? { IDENTITY_PRIVATE_KEYS: key(`${name.toUpperCase()}_PRIVATE_KEYS`) } : {}),
    ...(name === 'pay' ? databaseOf('sandbox') : {}),
  });

  return {
    'secrets/public.env': { IDENTITY_PUBLIC_KEYS: key('IDENTITY_PUBLIC_KEYS') },
    ...Object.fromEntries(subgraphs.map((name) => [`secrets/${name}.env`, ofPart(name)])),
    'secrets/router.env': { ...redis, IDENTITY_PRIVATE_KEYS: key('ROUTER_PRIVATE_KEYS') },
    'schema/secrets/migrate.env': {
      ...redis,
      DATABASE_URL: `postgres://postgres:${passwordOf('admin')}@${servers.postgres}/postgres`,
      ...Object.assign({}, ...[...subgraphs, 'sandbox'].map(databaseOf)),
    },
    'schema/secrets/postgres.env': { POSTGRES_PASSWORD: passwordOf('admin') },
    'schema/secrets/redis.env': { REDISCLI_AUTH: key('REDIS_PASSWORD') },
  };
}
