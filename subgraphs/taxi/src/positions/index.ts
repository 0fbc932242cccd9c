import type { Logger } from '@moa/telemetry';
import type { DriverMap } from './driver-map.ts';
import { openPostgresMap } from './postgres.ts';
import { openRedisMap } from './redis.ts';

export type { DriverMap, Nearby, NearestSearch, Placing, Position, Reported } from './driver-map.ts';

export type DriverMapOptions = {
  /** `redis://`, `rediss://`, or taxi's own database as `postgres://`: the scheme chooses where the map is kept. */
  readonly url: string;
  readonly logger: Logger;
};

/** Opens the map at once; while nothing answers at `url`, its functions reject within seconds and it goes on trying. */
export function openDriverMap({ url, logger }: DriverMapOptions): DriverMap {
  const { protocol } = new URL(url);
  switch (protocol) {
    case 'redis:':
    case 'rediss:':
      return openRedisMap(url, logger);
    case 'postgres:':
    case 'postgresql:':
      return openPostgresMap(url, logger);
    default:
      throw new Error(
        `The map of drivers is kept on redis://, rediss:// or postgres://, not on ${protocol}//. Correct the URL.`,
      );
  }
}
