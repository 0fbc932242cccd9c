import type { Logger } from '@moa/telemetry';
import { Redis } from 'ioredis';
import { oldestFresh } from '../domain/position.ts';
import type { DriverMap, Nearby, Position, Reported } from './driver-map.ts';
import { keys, scripts } from './redis-scripts.ts';

/** The map in Redis: each function is one round trip, and none waits for a Redis that is away. */
export function openRedisMap(url: string, logger: Logger): DriverMap {
  const redis = new Redis(url, {
    scripts,
    connectTimeout: 1_000,
    commandTimeout: 500,
    // A server that hangs is left for a new connection to it, or to who took its place.
    socketTimeout: 1_000,
    keepAlive: 10_000,
    enableOfflineQueue: false,
    // An answer that was lost with the connection is not worth a second try: the next report comes soon.
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 1_000),
    connectionName: 'moa-taxi-map',
    lazyConnect: true,
  });
  let away = false;
  redis.on('error', (error) => {
    if (!away)
      logger.warn(
        { err: error },
        'driver map: Redis is away; nobody can say where they are, or be found, until it is back',
      );
    away = true;
  });
  redis.on('ready', () => {
    if (away) logger.warn('driver map: Redis is back');
    away = false;
  });
  // Only the first connection is waited for; what it failed with is said by the command that follows.
  const opened = redis.connect().catch(() => undefined);

  return {
    async report(driverId, { latitude, longitude, at }) {
      await opened;
      const { free, reported, driver } = keys;
      return present(
        await redis.moaReport(driver(driverId), free, reported, driverId, latitude, longitude, at.getTime()),
      );
    },
    async place({ driverId, version, as }, position) {
      await opened;
      const booking = as.kind === 'booked' ? as.bookingId : '';
      const where = position === undefined ? [] : [position.latitude, position.longitude, position.at.getTime()];
      const { free, reported, driver } = keys;
      await redis.moaPlace(driver(driverId), free, reported, driverId, version, as.kind, booking, ...where);
    },
    async nearest({ latitude, longitude }, { radiusMeters, count, excluding, now }) {
      await opened;
      const oldest = oldestFresh(now).getTime();
      const { free, reported } = keys;
      return pairs(
        await redis.moaNearest(free, reported, latitude, longitude, radiusMeters, count, oldest, ...excluding),
      );
    },
    async positionsOf(driverIds) {
      await opened;
      const hashes = driverIds.map((id) => redis.hmget(keys.driver(id), 'latitude', 'longitude', 'at'));
      const known = new Map<string, Position>();
      for (const [index, [latitude, longitude, at]] of (await Promise.all(hashes)).entries()) {
        const id = driverIds[index];
        if (id === undefined || latitude == null || longitude == null || at == null) continue;
        known.set(id, { latitude: Number(latitude), longitude: Number(longitude), at: new Date(Number(at)) });
      }
      return known;
    },
    close: async () => redis.disconnect(),
  };
}

function present(answer: readonly [kind: string, booking: string] | null): Reported {
  const [kind, bookingId] = answer ?? ['unknown', ''];
  switch (kind) {
    case 'free':
    case 'offered':
    case 'unknown':
      return { kind };
    case 'booked':
      return { kind, bookingId };
    default:
      throw new Error(`The map of drivers holds a "${kind}" driver. Empty the keys {taxi}:* of that Redis.`);
  }
}

function pairs(list: readonly string[]): readonly Nearby[] {
  const nearby: Nearby[] = [];
  for (let place = 0; place < list.length; place += 2) {
    nearby.push({ driverId: list[place] ?? '', meters: Number(list[place + 1]) });
  }
  return nearby;
}
