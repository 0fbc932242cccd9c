import type { Result } from 'ioredis';

/**
 * The map in Redis, all in one slot of a cluster:
 *
 * - `{taxi}:free` — GEO set: where the free drivers are
 * - `{taxi}:reported` — sorted set: when they last reported, in milliseconds
 * - `{taxi}:driver:<id>` — hash `version kind booking latitude longitude at`, of everybody on the map; without a position it
 *   is a fence, which keeps the version of what was said last of a driver who is not on the map
 */
export const keys = {
  free: '{taxi}:free',
  reported: '{taxi}:reported',
  driver: (driverId: string) => `{taxi}:driver:${driverId}`,
};

/** An app that was closed leaves its driver behind; long before this no search finds them. */
const forgottenAfterMs = 60 * 60_000;
/** Words come late by seconds, and by minutes when queues are in trouble. */
const fenceMs = 5 * 60_000;

/**
 * KEYS driver, free, reported · ARGV id, latitude, longitude, at
 * Returns kind and booking, or nil for a driver who is not on the map. A report older than the last one moves nobody.
 */
const report = `
local driver, free, reported = unpack(KEYS)
local id, latitude, longitude, at = unpack(ARGV)
local kind, booking, last = unpack(redis.call('HMGET', driver, 'kind', 'booking', 'at'))
if not last then return nil end
if tonumber(at) >= tonumber(last) then
  redis.call('HSET', driver, 'latitude', latitude, 'longitude', longitude, 'at', at)
  redis.call('PEXPIRE', driver, ${forgottenAfterMs})
  if kind == 'free' then
    redis.call('GEOADD', free, longitude, latitude, id)
    redis.call('ZADD', reported, at, id)
  end
end
return { kind, booking }`;

/**
 * KEYS driver, free, reported · ARGV id, version, kind, booking or '', and where known latitude, longitude, at
 * An older word than the last one does nothing.
 */
const place = `
local driver, free, reported = unpack(KEYS)
local id, version, kind, booking, latitude, longitude, at = unpack(ARGV)
local newest, last = unpack(redis.call('HMGET', driver, 'version', 'at'))
if newest and tonumber(newest) > tonumber(version) then return end
redis.call('HSET', driver, 'version', version, 'kind', kind, 'booking', booking)
if kind == 'offline' then
  redis.call('HDEL', driver, 'latitude', 'longitude', 'at')
elseif at and (not last or tonumber(at) >= tonumber(last)) then
  redis.call('HSET', driver, 'latitude', latitude, 'longitude', longitude, 'at', at)
end
latitude, longitude, at = unpack(redis.call('HMGET', driver, 'latitude', 'longitude', 'at'))
redis.call('PEXPIRE', driver, at and ${forgottenAfterMs} or ${fenceMs})
if kind == 'free' and at then
  redis.call('GEOADD', free, longitude, latitude, id)
  redis.call('ZADD', reported, at, id)
else
  redis.call('ZREM', free, id)
  redis.call('ZREM', reported, id)
end`;

/**
 * KEYS free, reported · ARGV latitude, longitude, radius in metres, count, time of the oldest report that counts, ids left out…
 * Returns id, metres, id, metres…, the nearest first.
 *
 * GEOSEARCH looks at everybody in its circle, so circles grow only until they hold enough: where there are many drivers the
 * first small ones do. Whoever is found silent is taken out; their next report puts them in again.
 */
const nearest = `
local free, reported = unpack(KEYS)
local latitude, longitude, farthest, count, oldest = unpack(ARGV)
farthest, count, oldest = tonumber(farthest), tonumber(count), tonumber(oldest)
local excluded = {}
for place = 6, #ARGV do excluded[ARGV[place]] = true end

local radius, wanted = math.min(50, farthest), count + #ARGV - 5
while true do
  local found = redis.call('GEOSEARCH', free, 'FROMLONLAT', longitude, latitude, 'BYRADIUS', radius, 'm', 'ASC',
    'COUNT', wanted, 'WITHDIST')
  local answer, silent = {}, false
  for _, driver in ipairs(found) do
    local id = driver[1]
    local at = redis.call('ZSCORE', reported, id)
    if not at or tonumber(at) < oldest then
      redis.call('ZREM', free, id)
      redis.call('ZREM', reported, id)
      silent = true
    elseif not excluded[id] and #answer < 2 * count then
      table.insert(answer, id)
      table.insert(answer, driver[2])
    end
  end
  if #answer == 2 * count then return answer end
  if silent and #found == wanted then
    wanted = 2 * wanted -- they may have hidden others
  elseif radius < farthest then
    radius = math.min(2 * radius, farthest)
  else
    return answer
  end
end`;

/** For ioredis. */
export const scripts = {
  moaReport: { numberOfKeys: 3, lua: report },
  moaPlace: { numberOfKeys: 3, lua: place },
  moaNearest: { numberOfKeys: 2, lua: nearest },
};

declare module 'ioredis' {
  interface RedisCommander<Context> {
    moaReport(
      ...keysAndArgs: [...[string, string, string], id: string, latitude: number, longitude: number, at: number]
    ): Result<[kind: string, booking: string] | null, Context>;
    moaPlace(...keysAndArgs: [...[string, string, string], ...(string | number)[]]): Result<null, Context>;
    moaNearest(...keysAndArgs: [...[string, string], ...(string | number)[]]): Result<string[], Context>;
  }
}
