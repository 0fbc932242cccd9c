import { randomUUID } from 'node:crypto';
import { migrate } from '@moa/database';
import { createLogger } from '@moa/telemetry';
import { buses, type FreezableProxy, freshDatabase, openFreezableProxy, until } from '@moa/testing';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../migrations/index.ts';
import { airlineMeters } from '../src/domain/geodesy.ts';
import type { Point } from '../src/domain/point.ts';
import { type DriverMap, type NearestSearch, openDriverMap, type Placing } from '../src/positions/index.ts';
import { nearest } from '../src/positions/postgres.ts';

const logger = createLogger('taxi', 'silent');
const freshTables = () => freshDatabase({ name: 'taxi', migrate: (url) => migrate(url, { entities: [], migrations }) });

/** Where a map is kept. `forget` empties it behind the map's back. */
type Home = { url: string; forget(): Promise<void>; close(): Promise<void> };

const onPostgres = {
  name: 'PostgreSQL',
  async open(): Promise<Home> {
    const { url, drop } = await freshTables();
    const sql = new pg.Pool({ connectionString: url, max: 1 });
    const forget = async () => void (await sql.query('truncate driver_positions'));
    const close = async () => {
      await sql.end();
      await drop();
    };
    return { url, forget, close };
  },
};

// The global setup says so loudly when there is no Redis.
const onRedis = buses
  .filter(({ name }) => name === 'redis')
  .map((bus) => ({
    name: 'Redis',
    async open(): Promise<Home> {
      const { url, close } = await bus.open();
      const redis = new Redis(url);
      const forget = async () => void (await redis.flushdb());
      const closeBoth = async () => {
        redis.disconnect();
        await close();
      };
      return { url, forget, close: closeBoth };
    },
  }));

const cityHall: Point = { latitude: 37.5663, longitude: 126.9779 };
const noon = new Date('2026-03-02T03:00:00Z');
const secondsLater = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);
const metersNorth = (meters: number, of = cityHall): Point => ({ ...of, latitude: of.latitude + meters / 111_195 });
const at = (meters: number, when = noon) => ({ ...metersNorth(meters), at: when });
const placing = (driverId: string, version: number, as: Placing['as']['kind'], bookingId = randomUUID()): Placing => ({
  driverId,
  version,
  as: as === 'booked' ? { kind: as, bookingId } : { kind: as },
});
const search: NearestSearch = { radiusMeters: 5_000, count: 10, excluding: [], now: noon };

describe.each([onPostgres, ...onRedis])('the map of drivers on $name', (kind) => {
  let home: Home;
  let map: DriverMap;

  beforeEach(async () => {
    home = await kind.open();
    map = openDriverMap({ url: home.url, logger });
  });

  afterEach(async () => {
    await map.close();
    await home.close();
  });

  /** Drivers at these distances from the city hall, free unless told. */
  const placed = async (meters: readonly number[], as: Placing['as']['kind'] = 'free') => {
    const ids = meters.map(() => randomUUID());
    await Promise.all(meters.map((far, index) => map.place(placing(ids[index] ?? '', 1, as), at(far))));
    return ids;
  };
  const found = async (change: Partial<NearestSearch> = {}) =>
    (await map.nearest(cityHall, { ...search, ...change })).map(({ driverId }) => driverId);

  test('finds the nearest first, with the metres of the air line', async () => {
    const [far, near, middle] = await placed([2_000, 3, 700]);
    const nearby = await map.nearest(cityHall, search);
    expect(nearby.map(({ driverId }) => driverId)).toEqual([near, middle, far]);
    for (const [index, meters] of [3, 700, 2_000].entries()) {
      expect(Math.abs((nearby[index]?.meters ?? Number.NaN) - meters)).toBeLessThan(1 + meters * 0.003);
    }
  });

  test('finds as many as are wanted, in the radius, and not those left out', async () => {
    const ids = await placed([100, 200, 300, 400, 500, 4_950, 5_050]);
    expect(await found()).toEqual(ids.slice(0, 6));
    expect(await found({ count: 2 })).toEqual(ids.slice(0, 2));
    expect(await found({ count: 2, excluding: ids.slice(0, 3) })).toEqual(ids.slice(3, 5));
    expect(await found({ radiusMeters: 320 })).toEqual(ids.slice(0, 3));
    expect(await found({ radiusMeters: 20 })).toEqual([]);
  });

  test('finds nobody on an empty map', async () => {
    expect(await found()).toEqual([]);
    expect(await map.positionsOf([])).toEqual(new Map());
    expect(await map.positionsOf([randomUUID()])).toEqual(new Map());
  });

  test('finds only the free', async () => {
    const [driver = ''] = await placed([100]);
    for (const [version, as] of [
      [2, 'offered'],
      [3, 'free'],
      [4, 'booked'],
      [5, 'free'],
      [6, 'offline'],
    ] as const) {
      await map.place(placing(driver, version, as));
      expect(await found()).toEqual(as === 'free' ? [driver] : []);
      await map.report(driver, at(100));
      expect(await found()).toEqual(as === 'free' ? [driver] : []);
    }
  });

  test('a report says what the driver is taken for', async () => {
    const driver = randomUUID();
    const bookingId = randomUUID();
    expect(await map.report(driver, at(0))).toEqual({ kind: 'unknown' });
    await map.place(placing(driver, 1, 'free'), at(0));
    expect(await map.report(driver, at(10))).toEqual({ kind: 'free' });
    await map.place(placing(driver, 2, 'offered'));
    expect(await map.report(driver, at(20))).toEqual({ kind: 'offered' });
    await map.place(placing(driver, 3, 'booked', bookingId));
    expect(await map.report(driver, at(30))).toEqual({ kind: 'booked', bookingId });
    await map.place(placing(driver, 4, 'offline'), at(40));
    expect(await map.report(driver, at(50))).toEqual({ kind: 'unknown' });
  });

  test('knows the last positions of those on the map, to the last digit, whatever they do', async () => {
    const [free = '', booked = '', gone = ''] = await placed([0, 0, 0]);
    await map.place(placing(booked, 2, 'booked'));
    await map.place(placing(gone, 2, 'offline'));
    const exact = { latitude: 37.123456789012, longitude: 127.000000000001, at: secondsLater(0.123) };
    await map.report(free, exact);
    await map.report(booked, at(30, secondsLater(1)));
    const positions = await map.positionsOf([free, booked, gone, randomUUID()]);
    expect(positions).toEqual(
      new Map([
        [free, exact],
        [booked, at(30, secondsLater(1))],
      ]),
    );
  });

  test('who has not reported for a minute is found by no search, and again after the next report', async () => {
    const [silent = '', alive = ''] = await placed([100, 200]);
    await map.report(alive, at(200, secondsLater(30)));
    expect(await found({ now: secondsLater(60) })).toEqual([silent, alive]);
    expect(await found({ now: secondsLater(61) })).toEqual([alive]);
    await map.report(silent, at(100, secondsLater(62)));
    expect(await found({ now: secondsLater(62) })).toEqual([silent, alive]);
  });

  test('a crowd of silent drivers hides nobody', async () => {
    await placed(Array.from({ length: 150 }, (_, n) => n));
    const living = await placed([160, 170]);
    await Promise.all(living.map((id, n) => map.report(id, at(160 + 10 * n, secondsLater(50)))));
    expect(await found({ count: 2, now: secondsLater(90) })).toEqual(living);
    expect(await found({ count: 3, now: secondsLater(90) })).toEqual(living);
  });

  test('a driver who moves is found where they are now', async () => {
    const [driver = ''] = await placed([9_000]);
    expect(await found()).toEqual([]);
    await map.report(driver, at(100));
    expect(await found()).toEqual([driver]);
    await map.report(driver, at(9_000));
    expect(await found()).toEqual([]);
  });

  test('a report that comes late moves nobody back, and yet is answered', async () => {
    const [driver = ''] = await placed([0]);
    await map.report(driver, at(200, secondsLater(4)));
    expect(await map.report(driver, at(100, secondsLater(2)))).toEqual({ kind: 'free' });
    await map.place(placing(driver, 2, 'offered'), at(50, secondsLater(1)));
    expect((await map.positionsOf([driver])).get(driver)).toEqual(at(200, secondsLater(4)));
  });

  test('an older word is ignored, the same one may come again', async () => {
    const [driver = ''] = await placed([100]);
    await map.place(placing(driver, 5, 'offered'));
    await map.place(placing(driver, 4, 'free'), at(10, secondsLater(1)));
    await map.place(placing(driver, 3, 'offline'));
    expect(await map.report(driver, at(100))).toEqual({ kind: 'offered' });
    expect((await map.positionsOf([driver])).get(driver)).toEqual(at(100));
    await map.place(placing(driver, 6, 'free'));
    await map.place(placing(driver, 6, 'free'));
    expect(await found()).toEqual([driver]);
  });

  test('whatever order the words come in, the newest stands', async () => {
    const kinds = ['free', 'offered', 'booked', 'free', 'offline', 'free', 'offered'] as const;
    const words = kinds.map((as, index) => ({ as, version: index + 1 }));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(words, { minLength: 1 }), async (order) => {
        const driver = randomUUID();
        const newest = order.reduce((one, other) => (one.version > other.version ? one : other));
        for (const { as, version } of order) await map.place(placing(driver, version, as), at(100));
        const { kind } = await map.report(driver, at(100));
        expect(kind).toBe(newest.as === 'offline' ? 'unknown' : newest.as);
        expect((await found({ count: 1_000 })).includes(driver)).toBe(newest.as === 'free');
        await map.place(placing(driver, 99, 'offline'));
      }),
      { numRuns: 60 },
    );
  });

  test('a late word does not bring back who went offline; coming online does', async () => {
    const [driver = ''] = await placed([100]);
    await map.place(placing(driver, 3, 'offline'));
    await map.place(placing(driver, 2, 'free'), at(100));
    expect(await map.report(driver, at(100))).toEqual({ kind: 'unknown' });
    expect(await found()).toEqual([]);
    await map.place(placing(driver, 4, 'free'), at(100));
    expect(await found()).toEqual([driver]);
  });

  test('without a position an unknown driver stays unknown, but older words come too late', async () => {
    const driver = randomUUID();
    await map.place(placing(driver, 2, 'offered'));
    expect(await map.report(driver, at(0))).toEqual({ kind: 'unknown' });
    await map.place(placing(driver, 1, 'free'), at(0));
    expect(await found()).toEqual([]);
    await map.place(placing(driver, 2, 'offered'), at(0));
    expect(await map.report(driver, at(0))).toEqual({ kind: 'offered' });
  });

  test('a map that forgot everything is filled again by reports and places', async () => {
    const ids = await placed([100, 200, 300]);
    await home.forget();
    expect(await found()).toEqual([]);
    for (const [index, id] of ids.entries()) {
      const position = at(100 * (index + 1));
      expect(await map.report(id, position)).toEqual({ kind: 'unknown' });
      await map.place(placing(id, 1, 'free'), position);
      expect(await map.report(id, position)).toEqual({ kind: 'free' });
    }
    expect(await found()).toEqual(ids);
  });

  test('many reports at once, with words about the same drivers, leave everybody in their last place', async () => {
    const ids = await placed(Array.from({ length: 40 }, () => 4_000));
    const other = openDriverMap({ url: home.url, logger });
    const work = ids.flatMap((id, index) =>
      Array.from({ length: 10 }, (_, round) => async () => {
        const reporting = (round % 2 === 0 ? map : other).report(id, at(10 * index + round, secondsLater(round)));
        const version = round + 2;
        await other.place(placing(id, version, version % 2 === 0 ? 'offered' : 'free'));
        await reporting;
      }),
    );
    await Promise.all(work.map((each) => each()));
    expect(await found({ count: 100, now: secondsLater(10) })).toEqual(ids);
    const positions = await map.positionsOf(ids);
    for (const [index, id] of ids.entries()) expect(positions.get(id)).toEqual(at(10 * index + 9, secondsLater(9)));
    await other.close();
  });

  test('finds the same as looking at everybody, in any city', async () => {
    const spot = fc.record({
      latitude: fc.double({ min: 37.41, max: 37.72, noNaN: true }),
      longitude: fc.double({ min: 126.75, max: 127.2, noNaN: true }),
    });
    const nearCityHall = spot.map(({ latitude, longitude }) => ({
      latitude: cityHall.latitude + (latitude - cityHall.latitude) / 100,
      longitude: cityHall.longitude + (longitude - cityHall.longitude) / 100,
    }));
    const driver = fc.record({
      spot: fc.oneof(spot, nearCityHall),
      as: fc.constantFrom('free', 'free', 'free', 'offered', 'booked'),
      ageSeconds: fc.constantFrom(0, 10, 59, 61, 600),
      excluded: fc.boolean(),
    });
    const city = fc.record({
      drivers: fc.array(driver, { maxLength: 300, size: 'max' }),
      from: fc.oneof(spot, nearCityHall),
      radiusMeters: fc.constantFrom(200, 1_000, 5_000, 20_000),
      count: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(city, async ({ drivers, from, radiusMeters, count }) => {
        await home.forget();
        const people = new Map<string, (typeof drivers)[number]>(drivers.map((each) => [randomUUID(), each]));
        const place = (id: string, { as, spot, ageSeconds }: (typeof drivers)[number]) =>
          map.place(placing(id, 1, as), { ...spot, at: secondsLater(-ageSeconds) });
        await Promise.all(Array.from(people, ([id, each]) => place(id, each)));
        const excluding = [...people].filter(([, { excluded }]) => excluded).map(([id]) => id);
        const nearby = await map.nearest(from, { radiusMeters, count, excluding, now: noon });

        const eligible = [...people.values()].filter(
          ({ as, ageSeconds, excluded }) => as === 'free' && ageSeconds <= 60 && !excluded,
        );
        const distances = eligible.map((each) => airlineMeters(from, each.spot)).sort((a, b) => a - b);
        const within = (meters: number) => Math.min(count, distances.filter((each) => each <= meters).length);
        expect(nearby.length).toBeGreaterThanOrEqual(within(radiusMeters - tolerance(radiusMeters)));
        expect(nearby.length).toBeLessThanOrEqual(within(radiusMeters + tolerance(radiusMeters)));
        expect(new Set(nearby.map(({ driverId }) => driverId)).size).toBe(nearby.length);
        for (const [index, { driverId, meters }] of nearby.entries()) {
          const one = people.get(driverId);
          if (one === undefined || !eligible.includes(one)) throw new Error(`${JSON.stringify(one)} was found.`);
          expect(Math.abs(meters - airlineMeters(from, one.spot))).toBeLessThan(tolerance(meters));
          expect(Math.abs(meters - (distances[index] ?? Number.NaN))).toBeLessThan(tolerance(meters));
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  describe('while the server hangs', () => {
    let proxy: FreezableProxy;
    let cut: DriverMap;
    beforeEach(async () => {
      proxy = await openFreezableProxy(home.url);
    });
    afterEach(async () => {
      await cut.close();
      await proxy.close();
    });

    test('everything rejects, and works again afterwards', async () => {
      cut = openDriverMap({ url: proxy.url, logger });
      const [driver = ''] = await placed([100]);
      expect(await cut.report(driver, at(100))).toEqual({ kind: 'free' });
      proxy.freeze();
      const calls = [
        cut.report(driver, at(100)),
        cut.place(placing(driver, 1, 'free')),
        cut.nearest(cityHall, search),
        cut.positionsOf([driver, randomUUID()]),
      ];
      for (const { status } of await Promise.allSettled(calls)) expect(status).toBe('rejected');
      proxy.thaw();
      const nearby = await until(() => cut.nearest(cityHall, search).catch(() => undefined));
      expect(nearby.map(({ driverId }) => driverId)).toEqual([driver]);
    });

    test('a map opened just then rejects, and works afterwards', async () => {
      proxy.freeze();
      cut = openDriverMap({ url: proxy.url, logger });
      await expect(cut.nearest(cityHall, search)).rejects.toThrow();
      await expect(cut.report(randomUUID(), at(100))).rejects.toThrow();
      proxy.thaw();
      expect(await until(() => cut.nearest(cityHall, search).catch(() => undefined))).toEqual([]);
    });
  });
});

/** Redis keeps spots to half a metre, PostgreSQL's plane bends distances by up to 3 in 1,000 where Seoul is. */
const tolerance = (meters: number) => 1.2 + meters * 0.003;

test('where nothing answers, the map rejects; a URL of another kind is refused', async () => {
  for (const url of ['redis://127.0.0.1:1/0', 'postgres://127.0.0.1:1/taxi']) {
    const map = openDriverMap({ url, logger });
    await expect(map.nearest(cityHall, search)).rejects.toThrow();
    await expect(map.place(placing(randomUUID(), 1, 'free'), at(0))).rejects.toThrow();
    await map.close();
  }
  expect(() => openDriverMap({ url: 'amqp://127.0.0.1', logger })).toThrow(/amqp/);
});

describe('the map’s table in PostgreSQL', () => {
  let tables: Awaited<ReturnType<typeof freshTables>>;
  let sql: pg.Client;
  beforeEach(async () => {
    tables = await freshTables();
    sql = new pg.Client({ connectionString: tables.url });
    await sql.connect();
  });
  afterEach(async () => {
    await sql.end();
    await tables.drop();
  });

  test('its plane bends distances by at most 0.3 % as far as 24 km north and south of the middle of Seoul', async () => {
    const point = fc.record({
      latitude: fc.double({ min: 37.334, max: 37.766, noNaN: true }),
      longitude: fc.double({ min: 126.3, max: 127.7, noNaN: true }),
    });
    const pairs = fc.sample(fc.tuple(point, point), 5_000);
    const { rows } = await sql.query<{ meters: number }>(
      `select on_plane(a, b) <-> on_plane(c, d) as meters
       from unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[]) with ordinality as pair (a, b, c, d, place)
       order by place`,
      [
        pairs.map(([from]) => from.latitude),
        pairs.map(([from]) => from.longitude),
        pairs.map(([, to]) => to.latitude),
        pairs.map(([, to]) => to.longitude),
      ],
    );
    for (const [index, [from, to]] of pairs.entries()) {
      const meters = airlineMeters(from, to);
      expect(Math.abs((rows[index]?.meters ?? Number.NaN) - meters)).toBeLessThanOrEqual(meters * 0.003 + 0.01);
    }
  });

  test.each(['', 'analyze driver_positions'])(
    'a search walks along the index of the free (%s)',
    async (preparation) => {
      await sql.query(`
      insert into driver_positions (driver_id, version, kind, latitude, longitude, reported_at)
      select gen_random_uuid(), 1, case when n % 5 = 0 then 'offered' else 'free' end,
        37.43 + random() * 0.27, 126.76 + random() * 0.42, now()
      from generate_series(1, 20000) n`);
      await sql.query(preparation);
      const values = [cityHall.latitude, cityHall.longitude, 5_000, noon, [randomUUID()], 10];
      const { rows } = await sql.query<{ 'QUERY PLAN': string }>(`explain ${nearest}`, values);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index Scan using driver_positions_free/);
      expect(plan).toMatch(/Order By: \(spot <-> /);
      expect(plan).toMatch(/Index Cond: \(spot <@ /);
      expect(plan).not.toMatch(/Sort|Seq Scan|Bitmap/);
    },
  );
});
