import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gangnam, nobody, openWorld, type World } from './world.ts';

/** Noon in Seoul. */
const noon = '2026-11-20T03:00:00.000Z';

let world: World;
beforeAll(async () => {
  world = await openWorld(undefined, () => new Date(noon));
});
afterAll(() => world?.close());

const shows = `from { id name } to { id name } by stations { id name } legs { line { id name } stations { id } distanceMeters durationSeconds }
  transfers { station { id } fromLine { id } toLine { id } walkMeters walkSeconds isEstimated }
  transferCount distanceMeters durationSeconds isEstimated departAt fare { passenger card single isEarlyBird } fares { passenger card }`;
type Fare = { passenger: string; card: number; single: number; isEarlyBird: boolean };

const ask = async <Path = { by: string; departAt: string | null; fare: Fare; distanceMeters: number }>(
  input: string,
  fields = shows,
) => {
  const { data, errors } = await world.ask<{ subwayPath: Path }>(nobody, `{ subwayPath(${input}) { ${fields} } }`);
  return { path: data?.subwayPath, code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message };
};
const [yeoksam, nambuTerminal] = ['122', '180'];

describe('a path', () => {
  test('tells stations, legs, transfers, length and fare', async () => {
    const { path } = await ask(`from: "${yeoksam}", to: "${nambuTerminal}"`);
    // 역삼–강남 0.8 km 60 s and 강남–교대 1.2 km 90 s, 75 m in 63 s on foot at 교대, 교대–남부터미널 0.9 km 90 s; all published.
    expect(path).toEqual({
      from: { id: yeoksam, name: '역삼' },
      to: { id: nambuTerminal, name: '남부터미널' },
      by: 'DURATION',
      stations: [
        { id: yeoksam, name: '역삼' },
        { id: gangnam, name: '강남' },
        { id: '124', name: '교대' },
        { id: nambuTerminal, name: '남부터미널' },
      ],
      legs: [
        {
          line: { id: '2', name: '2호선' },
          stations: [{ id: yeoksam }, { id: gangnam }, { id: '124' }],
          distanceMeters: 2_000,
          durationSeconds: 150,
        },
        {
          line: { id: '3', name: '3호선' },
          stations: [{ id: '124' }, { id: nambuTerminal }],
          distanceMeters: 900,
          durationSeconds: 90,
        },
      ],
      transfers: [
        {
          ...{ station: { id: '124' }, fromLine: { id: '2' }, toLine: { id: '3' } },
          ...{ walkMeters: 75, walkSeconds: 63, isEstimated: false },
        },
      ],
      transferCount: 1,
      distanceMeters: 2_900,
      durationSeconds: 303,
      isEstimated: false,
      departAt: null,
      fare: { passenger: 'ADULT', card: 1_550, single: 1_650, isEarlyBird: false },
      fares: [
        { passenger: 'ADULT', card: 1_550 },
        { passenger: 'YOUTH', card: 900 },
        { passenger: 'CHILD', card: 550 },
        { passenger: 'INFANT', card: 0 },
        { passenger: 'SENIOR', card: 0 },
      ],
    });
  });

  test.each([
    [0, 'INFANT', 0],
    [12, 'CHILD', 550],
    [18, 'YOUTH', 900],
    [64, 'ADULT', 1_550],
    [150, 'SENIOR', 0],
    ['null', 'ADULT', 1_550],
  ])('costs what somebody aged %s pays', async (age, passenger, card) => {
    const { path } = await ask(`from: "${yeoksam}", to: "${gangnam}"`, `fare(age: ${age}) { passenger card }`);
    expect(path).toEqual({ fare: { passenger, card } });
  });

  test.each([-1, 151, 2_147_483_647])('is not for somebody aged %s', async (age) => {
    const { path, code, message } = await ask(`from: "1", to: "2"`, `fare(age: ${age}) { card }`);
    expect([path, code]).toEqual([undefined, 'BAD_USER_INPUT']);
    expect(message).toContain(String(age));
  });

  test.each([
    ['2026-11-20T06:29:59+09:00', true, 1_240],
    ['2026-11-20T06:30:00+09:00', false, 1_550],
    ['2026-11-20T03:59:59+09:00', false, 1_550],
    ['2026-11-20T04:00:00+09:00', true, 1_240],
  ])('that begins at %s', async (departAt, isEarlyBird, card) => {
    const { path } = await ask(`from: "${yeoksam}", to: "${gangnam}", departAt: "${departAt}"`);
    expect(path).toMatchObject({
      departAt: new Date(departAt).toISOString(),
      fare: { isEarlyBird, card, single: 1_650 },
    });
  });

  test('costs by the shortest way, whichever is taken, and the highest surcharge of those that are', async () => {
    const [a = '', b = '', between = ''] = await world.stations(3);
    const line = { name: randomUUIDv7().slice(-12), nameEn: 'Line', color: '#000000', upStationId: a };
    await world.createLine({ ...line, surcharge: 300, downStationId: b, distanceMeters: 11_000, durationSeconds: 500 });
    const detour = { distanceMeters: 4_000, durationSeconds: 400 };
    const { shown } = await world.createLine({
      ...line,
      ...{ name: randomUUIDv7().slice(-12), downStationId: between, ...detour },
    });
    await world.addSection({ lineId: shown?.id, upStationId: between, downStationId: b, ...detour });

    const fast = await ask(`from: "${a}", to: "${b}", by: DURATION`);
    expect(fast.path).toMatchObject({ distanceMeters: 11_000, fare: { card: 1_850, single: 1_950 } });
    const short = await ask(`from: "${a}", to: "${b}", by: DISTANCE`);
    expect(short.path).toMatchObject({ distanceMeters: 8_000, fare: { card: 1_550, single: 1_650 } });
    // Who doesn't pay pays no surcharge.
    const { path } = await ask(`from: "${a}", to: "${b}", by: DURATION`, 'fare(age: 70) { card single }');
    expect(path).toEqual({ fare: { card: 0, single: 0 } });
  });

  test('by transfers has no more of them than others, and by distance is no longer', async () => {
    for (const [from, to] of [
      ['1', '622'],
      ['37', gangnam],
      ['576', '283'],
    ]) {
      type Sums = { distanceMeters: number; durationSeconds: number; transferCount: number };
      const best = async (by: string): Promise<Sums> => {
        const fields = 'distanceMeters durationSeconds transferCount';
        const { path } = await ask<Sums>(`from: "${from}", to: "${to}", by: ${by}`, fields);
        return path ?? { distanceMeters: Number.NaN, durationSeconds: Number.NaN, transferCount: Number.NaN };
      };
      const [short, fast, easy] = [await best('DISTANCE'), await best('DURATION'), await best('TRANSFERS')];
      expect(short.distanceMeters).toBeLessThanOrEqual(Math.min(fast.distanceMeters, easy.distanceMeters));
      expect(fast.durationSeconds).toBeLessThanOrEqual(Math.min(short.durationSeconds, easy.durationSeconds));
      expect(easy.transferCount).toBeLessThanOrEqual(Math.min(short.transferCount, fast.transferCount));
    }
  });

  test('goes round the one-way loop', async () => {
    const stops = async (from: string, to: string) => {
      const { path } = await ask<{ stations: { name: string }[] }>(
        `from: "${from}", to: "${to}", by: TRANSFERS`,
        'stations { name }',
      );
      return path?.stations.map(({ name }) => name);
    };
    expect(await stops('283', '284')).toEqual(['응암', '역촌']);
    expect(await stops('284', '283')).toEqual(['역촌', '불광', '독바위', '연신내', '구산', '응암']);
  });
});

describe('there is no path', () => {
  const unknown = randomUUIDv7();
  test.each([
    ['from an unknown station', `from: "${unknown}", to: "1"`, ['출발역을 찾을 수 없습니다.', '`from`']],
    ['to an unknown station', `from: "1", to: "${unknown}"`, ['도착역을 찾을 수 없습니다.', '`to`']],
    ['from a station to itself', `from: "1", to: "1"`, ['출발역과 도착역이 같습니다.', 'the same station']],
    ['for nonsense', `from: "\\u0000", to: "1"`, ['출발역을 찾을 수 없습니다.', '`from`']],
  ])('%s', async (_what, input, words) => {
    const { path, code, message } = await ask(input);
    expect([path, code]).toEqual([undefined, 'BAD_USER_INPUT']);
    for (const word of words) expect(message).toContain(word);
  });

  test('between stations that no line connects', async () => {
    const [alone = ''] = await world.stations(1);
    const { stops } = await world.newLine(2);
    for (const [from, to] of [
      [gangnam, alone],
      [alone, gangnam],
      [gangnam, stops[0]],
    ]) {
      const { path, code, message } = await ask(`from: "${from}", to: "${to}"`);
      expect([path, code]).toEqual([undefined, 'BAD_USER_INPUT']);
      expect(message).toMatch(/강남.*까지 가는 노선이 없습니다\. No line connects .*Gangnam/);
    }
  });
});
