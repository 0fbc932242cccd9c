import { EntityManager } from '@mikro-orm/postgresql';
import { post } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { gangnam, type Line, lineFields, nobody, openWorld, type Page, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Station = { id: string; name: string };

describe('stations', () => {
  const page = async (input = '') => {
    const { data, errors } = await world.ask<{
      stations: Page<Station> & { edges: { cursor: string; node: Station }[] };
    }>(
      nobody,
      `{ stations${input} { nodes { id name } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`,
    );
    return {
      ...data?.stations,
      names: data?.stations.nodes.map(({ name }) => name),
      code: errors?.[0]?.extensions?.code,
    };
  };
  const onwards = (from: { pageInfo?: { endCursor: string | null } }) => `after: "${from.pageInfo?.endCursor}"`;
  const all = async (search = '') => {
    const names: string[] = [];
    let input = `(first: 100${search})`;
    for (;;) {
      const shown = await page(input);
      names.push(...(shown.names ?? []));
      if (!shown.pageInfo?.hasNextPage) return names;
      input = `(first: 100, ${onwards(shown)}${search})`;
    }
  };

  test('are all listed by their names, page by page', async () => {
    const names = await all();
    expect(names).toHaveLength(649);
    expect(new Set(names).size).toBe(649);
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
    const first = await page();
    expect(first.names).toEqual(names.slice(0, 20));
    expect(first.edges?.map(({ node }) => node.id)).toEqual(first.nodes?.map(({ id }) => id));
    expect(await page('(search: "  ")')).toEqual(first);
  });

  test('are found, the best first', async () => {
    expect((await page('(search: "강남", first: 1)')).names).toEqual(['강남']);
    expect((await page(`(search: "${'강남'.normalize('NFD')}", first: 1)`)).names).toEqual(['강남']);
    expect((await page('(search: "gangnam", first: 1)')).names).toEqual(['강남']);
    expect((await page('(search: "ㄱㄴ")')).names).toContain('강남');
    expect((await page('(search: "없는역이름")')).names).toEqual([]);
    const found = await all(', search: "산"');
    const [one, two] = [await page('(search: "산", first: 2)'), await page('(search: "산", first: 3)')];
    expect((await page(`(search: "산", first: 1, ${onwards(one)})`)).names).toEqual(two.names?.slice(2));
    expect(found.slice(0, 3)).toEqual(two.names);
  });

  test('keep their place in the list while stations come and go', async () => {
    for (const search of ['', ', search: "가나다"']) {
      const ids: Record<string, string> = {};
      const make = async (name: string) => {
        ids[name] = (await world.createStation({ name, nameEn: `Station ${name}` })).shown?.id ?? '';
      };
      for (const name of ['가나다1', '가나다3', '가나다5', '가나다7']) await make(name);
      const before = await all(search);
      const place = before.indexOf('가나다3');
      // A page that ends with 가나다3.
      let shown = await page(`(first: ${(place % 100) + 1}${search})`);
      if (place >= 100) throw new Error('The test reckons with a first page.');
      expect(shown.names?.at(-1)).toBe('가나다3');
      // It goes, another one comes in front of it and one behind it.
      await world.deleteStation(ids.가나다3 ?? '');
      await world.deleteStation(ids.가나다5 ?? '');
      await make('가나다2');
      await make('가나다4');
      shown = await page(`(first: 2, ${onwards(shown)}${search})`);
      expect(shown.names).toEqual(['가나다4', '가나다7']);
      for (const name of ['가나다1', '가나다2', '가나다4', '가나다7']) await world.deleteStation(ids[name] ?? '');
    }
  });

  test('come in pages of 1 to 100, with cursors of their own, for up to 50 characters', async () => {
    const { pageInfo } = await page('(search: "강남", first: 1)');
    const other = `(search: "서울", after: "${pageInfo?.endCursor}")`;
    const cursor = (text: string) => Buffer.from(`k:${text}`).toString('base64url');
    const bad = ['(first: 0)', '(first: 101)', '(after: "nonsense")', other, `(search: "${'가'.repeat(51)}")`];
    for (const text of ['강남', '{}', '[1, 2, 3]', '["1", "2"]', 'null']) bad.push(`(after: "${cursor(text)}")`);
    for (const input of bad) expect((await page(input)).code, input).toBe('BAD_USER_INPUT');
    expect(await page(`(search: "${'가'.repeat(50)}")`)).toMatchObject({ names: [] });
    // Three letters for a syllable, as some keyboards send them.
    expect(await page(`(search: "${'강'.repeat(50).normalize('NFD')}")`)).toMatchObject({ names: [] });
  });

  test('are looked up by their ids', async () => {
    const fields = '{ id name nameEn latitude longitude lines { id name } }';
    const { data } = await world.ask(
      nobody,
      `{ station(id: "${gangnam}") ${fields} nobody: station(id: "x") ${fields} }`,
    );
    const expected = {
      ...{ id: gangnam, name: '강남', nameEn: 'Gangnam', latitude: 37.497414, longitude: 127.028008 },
      lines: [
        { id: '2', name: '2호선' },
        { id: 'SBD', name: '신분당선' },
      ],
    };
    expect(data).toEqual({ station: expected, nobody: null });
    expect(
      (await world.entity(nobody, { __typename: 'Station', ...{ id: gangnam } }, fields.slice(1, -1))).shown,
    ).toEqual(expected);
    for (const id of ['x', '', '\u0000']) {
      const { shown, errors } = await world.entity(nobody, { __typename: 'Station', ...{ id } }, 'name');
      expect([shown, errors]).toEqual([null, undefined]);
    }
  });
});

describe('lines', () => {
  test('are the 23 of the metropolitan area, in one piece each', async () => {
    const { data, errors } = await world.ask<{ subwayLines: Line[] }>(nobody, `{ subwayLines { ${lineFields} } }`);
    expect(errors).toBeUndefined();
    const lines = data?.subwayLines ?? [];
    expect(lines).toHaveLength(23);
    expect(lines.slice(0, 9).map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(lines.flatMap((line) => line.branches.flatMap((branch) => branch.sections))).toHaveLength(765);
    for (const { branches, stations } of lines) {
      expect(branches[0]?.name).toBe('MAIN');
      expect(new Set(branches.flatMap((branch) => branch.stations.map(({ id }) => id))).size).toBe(stations.length);
      for (const branch of branches) {
        const stops = branch.stations.map(({ id }) => id);
        expect(branch.isCircular).toBe(stops[0] === stops.at(-1));
        expect(branch.sections.map(({ upStation }) => upStation.id)).toEqual(stops.slice(0, -1));
        expect(branch.sections.map(({ downStation }) => downStation.id)).toEqual(stops.slice(1));
      }
    }
    const oneWay = lines.flatMap(({ id, branches }) =>
      branches.filter(({ isOneWay }) => isOneWay).map(({ name }) => `${id} ${name}`),
    );
    expect(oneWay).toEqual(['6 LOOP']);
    expect(lines.find(({ id }) => id === '2')?.branches[0]).toMatchObject({ isCircular: true });
  });

  test('are looked up by their ids', async () => {
    expect(await world.line('2')).toMatchObject({ name: '2호선', color: '#00A84D', surcharge: 0 });
    expect(await world.line('x')).toBeNull();
    const entity = (id: string) => world.entity(nobody, { __typename: 'SubwayLine', ...{ id } }, 'name nameEn');
    expect((await entity('2')).shown).toEqual({ name: '2호선', nameEn: 'Line 2' });
    expect(await entity('x')).toEqual({ shown: null, errors: undefined });
  });
});

describe.each(['ItineraryStop', 'TaxiPlace'])('the station nearest to %s', (__typename) => {
  const near = (latitude: unknown, longitude: unknown) =>
    world.entity(
      nobody,
      { __typename, ...{ latitude, longitude } },
      'latitude nearestStation { distanceMeters station { id name lines { id } } }',
    );

  test('is where trains call within 5 kilometres', async () => {
    expect((await near(37.4975, 127.028)).shown).toEqual({
      latitude: 37.4975,
      nearestStation: {
        distanceMeters: 10,
        station: { id: gangnam, name: '강남', lines: [{ id: '2' }, { id: 'SBD' }] },
      },
    });
    // In the Yellow Sea.
    expect(await near(37, 124.5)).toEqual({ shown: { latitude: 37, nearestStation: null }, errors: undefined });
  });

  test('is not one that is on no line', async () => {
    const { shown } = await world.createStation({ latitude: 37, longitude: 124.5 });
    expect((await near(37, 124.5)).shown).toEqual({ latitude: 37, nearestStation: null });
    await world.deleteStation(shown?.id ?? '');
  });

  test.each([
    [91, 127],
    [37, -181],
    ['37.5', '127'],
    [null, null],
    [undefined, 127],
    [{}, []],
  ])('is none for %j, %j', async (latitude, longitude) => {
    expect(await near(latitude, longitude)).toEqual({ shown: null, errors: undefined });
  });
});

describe('what a question costs the database', () => {
  const statements = async (query: string) => {
    await world.ask(nobody, '{ subwayLines { id } }'); // this process knows the network
    const execute = vi.spyOn(EntityManager.prototype, 'execute');
    const { errors } = await world.ask(nobody, query);
    const texts = execute.mock.calls.map(([text]) => String(text)).filter((text) => !/outbox|inbox/.test(text));
    execute.mockRestore();
    expect(errors).toBeUndefined();
    return texts;
  };

  test('is one look at the version, whatever is asked', async () => {
    const query = `{ stations { nodes { name lines { name stations { name lines { id } } } } } subwayLines { ${lineFields} }
      a: subwayPath(from: "1", to: "37") { stations { name } fares { card } } b: subwayPath(from: "37", to: "1") { distanceMeters } }`;
    expect(await statements(query)).toEqual(['select version from network']);
    expect(await statements(`{ station(id: "${gangnam}") { name lines { name } } }`)).toHaveLength(1);
    expect(await statements('{ __typename }')).toEqual([]);
  });
});

test('it answers only to the router', async () => {
  expect((await post(world.url, { query: '{ __typename }' })).status).toBe(401);
});
