import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, gangnam, member, nobody, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const figures = { distanceMeters: 400, durationSeconds: 40 };
const unknown = '00000000-0000-7000-8000-000000000000';
/** Texts that are no ids at all, some of which PostgreSQL would choke on. */
const nonsense = ['', 'nonsense', unknown, '\u0000', '\ud800', "'; drop table lines", 'x'.repeat(10_000)];

describe('edits are for administrators', () => {
  const inputs: Record<string, object> = {
    createStation: { name: '역', nameEn: 'Station', latitude: 37, longitude: 127 },
    deleteStation: { id: gangnam },
    createLine: { name: '선', nameEn: 'Line', color: '#000000', upStationId: '1', downStationId: '2', ...figures },
    deleteLine: { id: '2' },
    addSection: { lineId: '2', upStationId: '1', downStationId: '2', ...figures },
    removeStationFromLine: { lineId: '2', stationId: gangnam },
  };
  test.each(Object.entries(inputs))('%s', async (name, input) => {
    for (const viewer of [nobody, member(), member('COURIER', 'DRIVER', 'MERCHANT')]) {
      const { shown, errors } = await world.mutate(viewer, { name, input, shows: '__typename' });
      expect([shown, errors?.[0]?.extensions?.code]).toEqual([undefined, 'FORBIDDEN']);
    }
  });
});

describe('a station', () => {
  test('is made, found, and taken away', async () => {
    const { shown, codes } = await world.createStation({
      name: ' 모아역앞 ',
      nameEn: 'Moa',
      latitude: 37.5,
      longitude: 127.5,
    });
    expect({ shown, codes }).toEqual({
      shown: { id: expect.any(String), name: '모아역앞', nameEn: 'Moa', latitude: 37.5, longitude: 127.5, lines: [] },
      codes: [],
    });
    const id = shown?.id ?? '';
    const read = async () => (await world.ask(nobody, `{ station(id: "${id}") { name lines { id } } }`)).data;
    expect(await read()).toEqual({ station: { name: '모아역앞', lines: [] } });
    expect(await world.deleteStation(id)).toMatchObject({ shown: id, codes: [] });
    expect(await read()).toEqual({ station: null });
    expect(await world.deleteStation(id)).toMatchObject({ shown: null, codes: ['STATION_NOT_FOUND'] });
  });

  test.each<[object, string, string[]]>([
    [{ name: '' }, 'NAME_INVALID', ['name']],
    [{ name: '가'.repeat(31) }, 'NAME_INVALID', ['name']],
    [{ nameEn: ' ' }, 'NAME_INVALID', ['nameEn']],
    [{ name: '강남' }, 'NAME_TAKEN', ['name']],
    [{ name: ' 강남 '.normalize('NFD') }, 'NAME_TAKEN', ['name']],
    [{ latitude: 91 }, 'COORDINATES_INVALID', ['latitude']],
    [{ longitude: -181 }, 'COORDINATES_INVALID', ['longitude']],
  ])('is refused with %o', async (input, code, field) => {
    const { shown, userErrors } = await world.createStation(input);
    expect({ shown, userErrors }).toEqual({ shown: null, userErrors: [{ code, field, message: expect.any(String) }] });
  });

  test('that trains call at stays', async () => {
    expect(await world.deleteStation(gangnam)).toMatchObject({
      shown: null,
      userErrors: [{ code: 'STATION_IN_USE', field: ['id'] }],
    });
  });

  test('of an id that is none is not found', async () => {
    for (const id of nonsense) expect(await world.deleteStation(id)).toMatchObject({ codes: ['STATION_NOT_FOUND'] });
  });
});

describe('a line', () => {
  const about = { nameEn: 'Moa Line', color: '#00A84D', ...figures };

  test('begins with one section, and ends without its stations', async () => {
    const [up = '', down = ''] = await world.stations(2);
    const made = await world.createLine({
      ...about,
      name: '모아선',
      surcharge: 500,
      upStationId: up,
      downStationId: down,
    });
    expect(made).toMatchObject({ codes: [], shown: { name: '모아선', color: '#00A84D', surcharge: 500 } });
    expect(made.shown?.branches).toEqual([
      {
        ...{ name: 'MAIN', isCircular: false, isOneWay: false },
        stations: [{ id: up }, { id: down }],
        sections: [{ upStation: { id: up }, downStation: { id: down }, ...figures, source: 'ADMIN' }],
      },
    ]);
    const id = made.shown?.id ?? '';
    const all = async () => (await world.ask<{ subwayLines: { id: string }[] }>(nobody, '{ subwayLines { id } }')).data;
    expect((await all())?.subwayLines.at(-1)).toEqual({ id });
    expect((await world.entity(nobody, { __typename: 'Station', ...{ id: up } }, 'lines { id }')).shown).toEqual({
      lines: [{ id }],
    });

    expect(await world.createLine({ ...about, name: '모아선', upStationId: up, downStationId: down })).toMatchObject({
      userErrors: [{ code: 'NAME_TAKEN', field: ['name'] }],
    });
    expect(await world.deleteLine(id)).toMatchObject({ shown: id, codes: [] });
    expect(await world.line(id)).toBeNull();
    expect((await all())?.subwayLines).not.toContainEqual({ id });
    expect((await world.entity(nobody, { __typename: 'Station', ...{ id: up } }, 'lines { id }')).shown).toEqual({
      lines: [],
    });
    expect(await world.deleteLine(id)).toMatchObject({ codes: ['LINE_NOT_FOUND'] });
  });

  test.each<[object, string, string]>([
    [{ name: '' }, 'NAME_INVALID', 'name'],
    [{ color: 'green' }, 'COLOR_INVALID', 'color'],
    [{ surcharge: 10_001 }, 'SURCHARGE_INVALID', 'surcharge'],
    [{ distanceMeters: 0 }, 'DISTANCE_INVALID', 'distanceMeters'],
    [{ durationSeconds: 36_001 }, 'DURATION_INVALID', 'durationSeconds'],
    [{ upStationId: unknown }, 'STATION_NOT_FOUND', 'upStationId'],
    [{ downStationId: '\u0000' }, 'STATION_NOT_FOUND', 'downStationId'],
    [{ name: '2호선' }, 'NAME_TAKEN', 'name'],
  ])('is refused with %o', async (change, code, field) => {
    const input = { ...about, name: '새로운선', upStationId: '1', downStationId: gangnam, ...change };
    expect(await world.createLine(input)).toMatchObject({ shown: null, userErrors: [{ code, field: [field] }] });
  });

  test('of one station is refused', async () => {
    const input = { ...about, name: '새로운선', upStationId: '1', downStationId: '1' };
    expect((await world.createLine(input)).codes).toEqual(['SAME_STATION']);
  });

  test('of an id that is none is not found', async () => {
    for (const lineId of nonsense) {
      expect(await world.deleteLine(lineId)).toMatchObject({ codes: ['LINE_NOT_FOUND'] });
      const codes = ['LINE_NOT_FOUND'];
      expect(await world.addSection({ lineId, upStationId: '1', downStationId: '2', ...figures })).toMatchObject({
        codes,
      });
      expect(await world.removeStationFromLine({ lineId, stationId: '1' })).toMatchObject({ codes });
    }
  });
});

describe('a section', () => {
  const sections = (line: Awaited<ReturnType<World['line']>> | undefined, branch = 0) =>
    line?.branches[branch]?.sections.map(
      ({ upStation, downStation, distanceMeters, durationSeconds }) =>
        `${upStation.id} ${downStation.id} ${distanceMeters} ${durationSeconds}`,
    );

  test('splits another one, and removing its station makes them one again', async () => {
    const { id: lineId, stops } = await world.newLine(3);
    const [a = '', b = '', c = ''] = stops;
    const [between = ''] = await world.stations(1);
    const before = await world.line(lineId);
    const split = await world.addSection({ lineId, upStationId: a, downStationId: between, ...figures });
    expect(split.codes).toEqual([]);
    const after = [`${a} ${between} 400 40`, `${between} ${b} 600 60`, `${b} ${c} 1000 100`];
    expect(sections(split.shown ?? undefined)).toEqual(after);
    // As the mutation showed it, so it is.
    expect(await world.line(lineId)).toEqual(split.shown);
    expect((await world.removeStationFromLine({ lineId, stationId: between })).shown).toEqual(before);
    expect(await world.line(lineId)).toEqual(before);
  });

  test('at an end makes the line longer, on a new branch too', async () => {
    const { id: lineId, stops } = await world.newLine(2);
    const [a = '', b = ''] = stops;
    const [in_front = '', side = ''] = await world.stations(2);
    await world.addSection({ lineId, upStationId: in_front, downStationId: a, ...figures });
    const { shown } = await world.addSection({
      ...{ lineId, upStationId: a, downStationId: side, branch: 'SIDE' },
      ...figures,
    });
    expect(sections(shown ?? undefined)).toEqual([`${in_front} ${a} 400 40`, `${a} ${b} 1000 100`]);
    expect(sections(shown ?? undefined, 1)).toEqual([`${a} ${side} 400 40`]);
    expect(shown?.stations.map(({ id }) => id)).toEqual([in_front, a, b, side]);
    expect((await world.removeStationFromLine({ lineId, stationId: a })).codes).toEqual(['BRANCHES_MEET']);
    // Without its only section the branch is gone.
    expect((await world.removeStationFromLine({ lineId, stationId: side })).shown?.branches).toHaveLength(1);
  });

  test('that does not fit is refused, and changes nothing', async () => {
    const { id: lineId, stops } = await world.newLine(3);
    const [a = '', b = '', c = ''] = stops;
    const [x = '', y = ''] = await world.stations(2);
    const before = await world.line(lineId);
    const version = () => world.em().execute('select version from network');
    const versionBefore = await version();
    for (const [change, code, field] of [
      [{ upStationId: x, downStationId: y }, 'TOUCHES_NOTHING', undefined],
      [{ upStationId: a, downStationId: c }, 'TOUCHES_BOTH_ENDS', undefined],
      [{ upStationId: a, downStationId: a }, 'SAME_STATION', undefined],
      [{ upStationId: a, downStationId: x, distanceMeters: 1_000 }, 'TOO_LONG', undefined],
      [{ upStationId: x, downStationId: b, durationSeconds: 100 }, 'TOO_SLOW', undefined],
      [{ upStationId: a, downStationId: x, distanceMeters: 0 }, 'DISTANCE_INVALID', undefined],
      [{ upStationId: a, downStationId: x, durationSeconds: -1 }, 'DURATION_INVALID', undefined],
      [{ upStationId: a, downStationId: x, branch: '\u0000' }, 'BRANCH_INVALID', undefined],
      [{ upStationId: a, downStationId: unknown }, 'STATION_NOT_FOUND', ['downStationId']],
      [{ upStationId: "x'", downStationId: a }, 'STATION_NOT_FOUND', ['upStationId']],
    ] as const) {
      const { shown, userErrors } = await world.addSection({ lineId, ...figures, ...change });
      expect(shown).toBeNull();
      expect(userErrors?.map((error) => error.code)).toContain(code);
      if (field) expect(userErrors?.map((error) => error.field)).toEqual([field]);
    }
    for (const stationId of [x, ...nonsense]) {
      expect(await world.removeStationFromLine({ lineId, stationId })).toMatchObject({
        codes: ['STATION_NOT_ON_LINE'],
      });
    }
    expect(await world.line(lineId)).toEqual(before);
    // Nobody loads the network anew for something that was refused.
    expect(await version()).toEqual(versionBefore);
  });

  test('is the last one, and stays', async () => {
    const { id: lineId, stops } = await world.newLine(2);
    for (const stationId of stops) {
      expect(await world.removeStationFromLine({ lineId, stationId })).toMatchObject({
        shown: null,
        codes: ['LAST_SECTION'],
      });
    }
  });

  test('of a real line is split and merged like any other', async () => {
    const before = await world.line('2');
    const [station = ''] = await world.stations(1);
    const added = await world.addSection({
      ...{ lineId: '2', upStationId: gangnam, downStationId: station },
      ...{ distanceMeters: 300, durationSeconds: 30 },
    });
    expect(added.shown?.branches[0]?.isCircular).toBe(true);
    expect(added.shown?.stations).toHaveLength((before?.stations.length ?? 0) + 1);
    const lengths = (line: typeof before | undefined) =>
      line?.branches.map((branch) => branch.sections.reduce((sum, { distanceMeters }) => sum + distanceMeters, 0));
    expect(lengths(added.shown ?? null)).toEqual(lengths(before));
    const removed = await world.removeStationFromLine({ lineId: '2', stationId: station });
    expect(lengths(removed.shown ?? null)).toEqual(lengths(before));
    expect(removed.shown?.stations).toEqual(before?.stations);
  });
});

test('an operation may hold several edits, each of which shows what it has left', async () => {
  const { id: lineId, stops } = await world.newLine(2);
  const [a] = stops;
  const [x, y] = await world.stations(2);
  const { data, errors } = await world.ask<Record<string, { line: { stations: { id: string }[] } }>>(
    admin,
    `mutation ($one: AddSectionInput!, $two: AddSectionInput!, $three: RemoveStationFromLineInput!) {
       one: addSection(input: $one) { line { stations { id } } }
       two: addSection(input: $two) { line { stations { id } } }
       three: removeStationFromLine(input: $three) { line { stations { id } } }
     }`,
    {
      one: { lineId, upStationId: x, downStationId: a, ...figures },
      two: { lineId, upStationId: y, downStationId: x, ...figures },
      three: { lineId, stationId: x },
    },
  );
  expect(errors).toBeUndefined();
  const shown = Object.values(data ?? {}).map(({ line }) => line.stations.map(({ id }) => id));
  expect(shown).toEqual([
    [x, ...stops],
    [y, x, ...stops],
    [y, ...stops],
  ]);
});

test('a station that comes back to a line finds its measured transfers again', async () => {
  const [one, other] = [await world.newLine(3), await world.newLine(2)];
  const [a = '', crossing = ''] = one.stops;
  const [, far = ''] = other.stops;
  const reach = { lineId: other.id, upStationId: crossing, downStationId: other.stops[0] ?? '', ...figures };
  await world
    .em()
    .execute('insert into transfers values (?, ?, ?, 77, 66)', [crossing, ...[one.id, other.id].toSorted()]);
  const path = async () => {
    const { data, errors } = await world.ask<{ subwayPath: object }>(
      nobody,
      `{ subwayPath(from: "${a}", to: "${far}") { transfers { walkMeters walkSeconds isEstimated } } }`,
    );
    return data?.subwayPath ?? errors?.[0]?.extensions?.code;
  };
  // Nobody changes trains where only one line calls.
  expect(await path()).toBe('BAD_USER_INPUT');
  expect((await world.addSection(reach)).codes).toEqual([]);
  const measured = { transfers: [{ walkMeters: 77, walkSeconds: 66, isEstimated: false }] };
  expect(await path()).toEqual(measured);
  await world.removeStationFromLine({ lineId: one.id, stationId: crossing });
  expect(await path()).toBe('BAD_USER_INPUT');
  await world.addSection({ lineId: one.id, upStationId: a, downStationId: crossing, ...figures });
  expect(await path()).toEqual(measured);
  expect((await world.deleteLine(one.id)).codes).toEqual([]);
  expect(await world.em().execute('select from transfers where station_id = ?', [crossing])).toEqual([]);
});
