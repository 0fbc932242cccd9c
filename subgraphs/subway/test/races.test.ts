import { randomUUIDv7 } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createNetworkMemory } from '../src/network/memory.ts';
import { type NetworkView, viewOf } from '../src/network/view.ts';
import { admin, gangnam, type Line, member, nobody, openWorld, type Process, type World } from './world.ts';

let world: World;
let other: Process;
beforeAll(async () => {
  world = await openWorld();
  other = await world.start();
});
afterAll(() => world?.close());

const figures = { distanceMeters: 400, durationSeconds: 40 };
const versionOf = async () => {
  const [row]: { version: number }[] = await world.em().execute('select version from network');
  return row?.version ?? Number.NaN;
};
/** How long a line is, and that each of its sections begins where the one before has ended. */
function measured(line: Line | null | undefined) {
  const branches = line?.branches ?? [];
  for (const { stations, sections } of branches) {
    const stops = stations.map(({ id }) => id);
    expect(sections.map(({ upStation, downStation }) => [upStation.id, downStation.id])).toEqual(
      stops.slice(1).map((stop, index) => [stops[index], stop]),
    );
    expect(new Set(stops).size).toBe(stops.length);
  }
  return branches.flatMap(({ sections }) => sections).reduce((sum, { distanceMeters }) => sum + distanceMeters, 0);
}

describe('several processes', () => {
  test('see at once what another one has changed, whatever they are asked', async () => {
    const { id: lineId, stops } = await world.newLine(2);
    const [far = '', ...stations] = await world.stations(6);
    let end = stops[1] ?? '';
    let length = 2;
    const about = async ({ ask, line, entity }: Process | World) => {
      const { data } = await ask<{ subwayLines: Line[]; path: { distanceMeters: number } | null }>(
        nobody,
        `{ subwayLines { id stations { id } } path: subwayPath(from: "${stops[0]}", to: "${end}") { distanceMeters } }`,
      );
      const { shown } = await entity<{ lines: object[] }>(
        nobody,
        { __typename: 'Station', ...{ id: end } },
        'lines { id }',
      );
      return {
        stations: data?.subwayLines.find(({ id }) => id === lineId)?.stations.length,
        meters: data?.path?.distanceMeters,
        line: (await line(lineId))?.stations.length,
        lines: shown?.lines,
      };
    };
    for (const station of stations) {
      const [editor, reader] = length % 2 === 0 ? [world, other] : [other, world];
      const { codes } = await editor.addSection({ lineId, upStationId: end, downStationId: station, ...figures });
      expect(codes).toEqual([]);
      end = station;
      length += 1;
      const expected = { stations: length, meters: 1_000 + (length - 2) * 400, line: length, lines: [{ id: lineId }] };
      expect(await about(reader)).toEqual(expected);
      expect(await about(editor)).toEqual(expected);
    }
    expect((await other.deleteStation(far)).codes).toEqual([]);
    expect((await world.ask(nobody, `{ station(id: "${far}") { name } }`)).data).toEqual({ station: null });
    expect((await other.deleteLine(lineId)).codes).toEqual([]);
    expect(await world.line(lineId)).toBeNull();
  });

  test('never answer from before an edit whose answer had come', async () => {
    const { id: lineId, stops } = await world.newLine(2);
    const stations = await world.stations(25);
    let [length, done] = [2, false];
    const older: string[] = [];
    let reads = 0;
    const read = async ({ line }: Process | World) => {
      while (!done) {
        const known = length;
        const shown = (await line(lineId))?.stations.length ?? 0;
        reads += 1;
        if (shown < known) older.push(`${shown} of ${known}`);
      }
    };
    const edit = async () => {
      let end = stops[1] ?? '';
      for (const [index, station] of stations.entries()) {
        const editor = index % 3 === 0 ? other : world;
        await editor.addSection({ lineId, upStationId: end, downStationId: station, ...figures });
        end = station;
        length += 1;
      }
      done = true;
    };
    await Promise.all([edit(), ...[world, other, world, other, world, other].map(read)]);
    expect(older).toEqual([]);
    expect(reads).toBeGreaterThan(25);
    expect((await world.line(lineId))?.stations).toHaveLength(27);
  });

  test('load the network once for all who wait', async () => {
    await world.createStation();
    const execute = vi.spyOn(EntityManager.prototype, 'execute');
    const answers = await Promise.all(Array.from({ length: 10 }, () => other.line('2')));
    const loads = execute.mock.calls.filter(([text]) => String(text).includes('from transfers'));
    execute.mockRestore();
    expect(new Set(answers.map((line) => line?.stations.length)).size).toBe(1);
    expect(loads).toHaveLength(1);
  });
});

describe('at the same moment', () => {
  test('edits of one line come one after the other, and it stays whole', async () => {
    const { id: lineId, stops } = await world.newLine(3);
    const [a = '', b = '', c = ''] = stops;
    const stations = await world.stations(8);
    const before = await versionOf();
    const answers = await Promise.all(
      stations.map((station, n) => {
        const editor = n % 2 === 0 ? world : other;
        const [upStationId, downStationId] = [
          [a, station],
          [station, c],
          [b, station],
        ][n % 3] ?? ['', ''];
        return editor.addSection({
          ...{ lineId, upStationId, downStationId },
          ...{ distanceMeters: 150 + n, durationSeconds: 20 },
        });
      }),
    );
    expect(answers.filter(({ errors }) => errors)).toEqual([]);
    const line = await world.line(lineId);
    expect(measured(line)).toBe(2_000);
    const added = stations.filter((_station, n) => answers[n]?.codes?.length === 0);
    const refused = stations.filter((_station, n) => answers[n]?.codes?.length !== 0);
    const shown = line?.stations.map(({ id }) => id) ?? [];
    expect(added.length).toBeGreaterThan(0);
    expect(shown.toSorted()).toEqual([...stops, ...added].toSorted());
    expect(refused.filter((station) => shown.includes(station))).toEqual([]);
    expect(await versionOf()).toBe(before + added.length);

    // All of them go again, with others coming in between.
    const more = await world.stations(4);
    const changes = await Promise.all([
      ...added.map((stationId, n) => (n % 2 ? world : other).removeStationFromLine({ lineId, stationId })),
      ...more.map((station) =>
        world.addSection({ lineId, upStationId: a, downStationId: station, distanceMeters: 10, durationSeconds: 1 }),
      ),
    ]);
    expect(changes.filter(({ errors }) => errors)).toEqual([]);
    expect(measured(await other.line(lineId))).toBe(2_000);
    expect(await other.line(lineId)).toEqual(await world.line(lineId));
  });

  test('a station is not deleted while somebody puts it on a line', async () => {
    const { id: lineId, stops } = await world.newLine(2);
    const stations = await world.stations(8);
    let end = stops[1] ?? '';
    for (const [n, station] of stations.entries()) {
      const add = () => other.addSection({ lineId, upStationId: end, downStationId: station, ...figures });
      const remove = () => world.deleteStation(station);
      const [added, deleted] =
        n % 2 === 0
          ? await Promise.all([add(), remove()])
          : await Promise.all([remove(), add()]).then(([gone, put]) => [put, gone] as const);
      expect([added.errors, deleted.errors]).toEqual([undefined, undefined]);
      const outcome = [added.codes, deleted.codes];
      expect([
        [[], ['STATION_IN_USE']],
        [['STATION_NOT_FOUND'], []],
      ]).toContainEqual(outcome);
      if (added.codes?.length === 0) end = station;
    }
    const line = await world.line(lineId);
    expect(line?.stations.at(-1)?.id).toBe(end);
    measured(line);
  });

  test('two stations or lines of one name are one', async () => {
    const [up = '', down = ''] = await world.stations(2);
    const name = randomUUIDv7().slice(-12);
    const line = { name, nameEn: 'Line', color: '#000000', upStationId: up, downStationId: down, ...figures };
    const both = [world, other, world, other];
    const stations = await Promise.all(both.map(({ createStation }) => createStation({ name })));
    const lines = await Promise.all(both.map(({ createLine }) => createLine(line)));
    for (const answers of [stations, lines]) {
      expect(answers.map(({ codes }) => codes?.[0] ?? 'done').toSorted()).toEqual([
        ...['NAME_TAKEN', 'NAME_TAKEN', 'NAME_TAKEN', 'done'],
      ]);
    }
  });

  test('favourites come and their stations go, and nobody waits in a circle', async () => {
    const stations = await world.stations(4);
    const crowd = Array.from({ length: 3 }, () => member());
    for (const one of crowd) {
      await Promise.all(stations.map((station, n) => other.addFavorite(one, station, stations[(n + 1) % 4] ?? '')));
    }
    const answers = await Promise.all([
      ...crowd.flatMap((one) => stations.map((station) => world.addFavorite(one, gangnam, station))),
      ...crowd.flatMap((one) =>
        stations.map((station, n) => other.addFavorite(one, station, stations[(n + 1) % 4] ?? '')),
      ),
      ...stations.map((station, n) => (n % 2 ? world : other).deleteStation(station)),
      ...crowd.slice(0, 2).map(({ memberId }) => world.hear({ type: 'MemberDeleted', memberId, version: 2 })),
    ]);
    const codes = answers.flatMap((answer) => answer?.errors?.map(({ extensions }) => extensions?.code) ?? []);
    // Who has left may be told so.
    expect(codes.filter((code) => code !== 'UNAUTHENTICATED')).toEqual([]);
    for (const one of crowd) expect((await world.favorites(one)).page?.nodes).toEqual([]);
  });

  test('a list of favourites is read whole while their stations go', async () => {
    const kim = member();
    const stations = await world.stations(10);
    for (const station of stations) await world.addFavorite(kim, gangnam, station);
    const [lists] = await Promise.all([
      Promise.all(
        Array.from({ length: 10 }, () =>
          other.favorites(kim, { shows: 'from { name } to { name lines { id } } path { by }' }),
        ),
      ),
      ...stations.map((station) => world.deleteStation(station)),
    ]);
    expect(lists.filter(({ errors }) => errors)).toEqual([]);
  });
});

describe('the network in memory', () => {
  const empty = { stations: new Map(), lines: new Map(), transfers: [] };

  test('is loaded once more for who came while an older one was on its way', async () => {
    const loads: ((view: NetworkView) => void)[] = [];
    const memory = createNetworkMemory(() => new Promise((resolve) => loads.push(resolve)));
    const [first, second] = [memory.atLeast(1), memory.atLeast(2)];
    const third = memory.atLeast(2);
    expect(loads).toHaveLength(1);
    loads[0]?.(viewOf(1, empty));
    expect((await first).version).toBe(1);
    await vi.waitFor(() => expect(loads).toHaveLength(2));
    loads[1]?.(viewOf(3, empty));
    expect([(await second).version, (await third).version]).toEqual([3, 3]);
    expect((await memory.atLeast(3)).version).toBe(3);
    expect(loads).toHaveLength(2);
  });

  test('keeps its search while its stations are the same', () => {
    const station = { id: '1', name: '강남', nameEn: 'Gangnam', latitude: 37, longitude: 127 };
    const withStation = (name: string) => ({ ...empty, stations: new Map([['1', { ...station, name }]]) });
    const first = viewOf(1, withStation('강남'));
    expect(viewOf(2, withStation('강남'), first).search).toBe(first.search);
    expect(viewOf(3, withStation('강북'), first).search('강북')).toHaveLength(1);
  });

  test('is loaded anew after it could not be', async () => {
    let failing = true;
    const memory = createNetworkMemory(async () => {
      if (failing) throw new Error('The database is away.');
      return viewOf(1, empty);
    });
    await expect(memory.atLeast(1)).rejects.toThrow('away');
    failing = false;
    expect((await memory.atLeast(1)).version).toBe(1);
    await expect(memory.atLeast(2)).rejects.toThrow('gone back');
  });
});

test('an edit and what follows it in one operation are of one mind, on the other process too', async () => {
  const { id: lineId, stops } = await other.line('2').then(() => world.newLine(2));
  const [x] = await world.stations(1);
  const { data } = await other.ask<Record<string, { line: Line }>>(
    admin,
    `mutation ($add: AddSectionInput!, $remove: RemoveStationFromLineInput!) {
       add: addSection(input: $add) { line { stations { id lines { id } } } }
       remove: removeStationFromLine(input: $remove) { line { stations { id lines { id } } } } }`,
    {
      add: { lineId, upStationId: stops[1], downStationId: x, ...figures },
      remove: { lineId, stationId: stops[0] },
    },
  );
  const shown = (ids: (string | undefined)[]) => ({
    line: { stations: ids.map((id) => ({ id, lines: [{ id: lineId }] })) },
  });
  expect(data).toEqual({ add: shown([...stops, x]), remove: shown([stops[1], x]) });
});
