import { subgraphs } from '@moa/contracts';
import { buses, freePorts, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mutate } from '../src/mutate.ts';
import { anybody, demoEmails, type Person, signIn } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';
import { requestRecommendation, showRecommendation, signUp } from '../src/social.ts';
import {
  addSection,
  askForPath,
  createLine,
  createStation,
  findPath,
  findStations,
  type Named,
  removeStationFromLine,
  showLine,
  stationNamed,
} from '../src/subway.ts';

describe.each(buses)('the subway through the router, one process, $name', (bus) => {
  let place: Place;
  let moa: MoaProcess;
  let admin: Person;
  let nobody: Person;

  beforeAll(async () => {
    place = await openPlace(bus);
    moa = await startProcess(place.variables);
    admin = await signIn(place.url, demoEmails('ADMIN')[0] ?? '');
    nobody = anybody(place.url);
  });
  afterAll(async () => {
    await moa?.end('SIGTERM');
    await place?.close();
  });

  /** A line of an administrator's own, from one new station to another, 1,000 metres and 100 seconds apart. */
  const newLine = async (name: string) => {
    const ends = [await createStation(admin, `${name} 서쪽`), await createStation(admin, `${name} 동쪽`)];
    const [west, east] = ends.map(({ station }) => station);
    if (!west || !east) throw new Error(JSON.stringify(ends));
    const about = { name, nameEn: name, color: '#123456', distanceMeters: 1_000, durationSeconds: 100 };
    const { line } = await createLine(admin, { ...about, upStationId: west.id, downStationId: east.id });
    if (!line) throw new Error('The line could not be made.');
    return { line, west, east };
  };

  test('everybody reads 23 lines and 649 stations, page by page (W1)', async () => {
    const { data } = await nobody.ask<{ subwayLines: (Named & { stations: Named[] })[] }>(
      '{ subwayLines { id name stations { id } } }',
    );
    expect(data?.subwayLines).toHaveLength(23);
    expect(new Set(data?.subwayLines.flatMap(({ stations }) => stations.map(({ id }) => id))).size).toBe(649);

    const names: string[] = [];
    let after: string | null = null;
    do {
      type Page = { stations: { nodes: Named[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      const page: Page | null | undefined = (
        await nobody.ask<Page>(
          'query ($after: String) { stations(first: 100, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } } }',
          { after },
        )
      ).data;
      names.push(...(page?.stations.nodes ?? []).map(({ name }) => name));
      after = page?.stations.pageInfo.hasNextPage ? page.stations.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(names).size).toBe(649);
  });

  test.each([
    ['ㄱㄴ', '강남'],
    ['gangnam', '강남'],
    ['서울', '서울역'],
    ['홍대', '홍대입구'],
  ])('%s finds %s', async (search, name) => {
    expect((await findStations(nobody, search)).map((station) => station.name)).toContain(name);
  });

  test('a path is the shortest, the fastest, or the one with the fewest transfers (W2)', async () => {
    const [from, to] = [await stationNamed(nobody, '인천'), await stationNamed(nobody, '춘천')];
    const [byDistance, byDuration, byTransfers] = await Promise.all(
      ['DISTANCE', 'DURATION', 'TRANSFERS'].map((by) => findPath(nobody, { from: from.id, to: to.id, by })),
    );
    if (!byDistance || !byDuration || !byTransfers) throw new Error('There is no way from 인천 to 춘천.');
    expect(byDistance.distanceMeters).toBeLessThanOrEqual(
      Math.min(byDuration.distanceMeters, byTransfers.distanceMeters),
    );
    expect(byDuration.durationSeconds).toBeLessThanOrEqual(
      Math.min(byDistance.durationSeconds, byTransfers.durationSeconds),
    );
    expect(byTransfers.transferCount).toBeLessThanOrEqual(Math.min(byDistance.transferCount, byDuration.transferCount));
    for (const way of [byDistance, byDuration, byTransfers]) {
      expect([way.stations[0]?.name, way.stations.at(-1)?.name]).toEqual(['인천', '춘천']);
      expect(way.legs).toHaveLength(way.transferCount + 1);
      // The fare follows the shortest distance, whichever way is taken.
      expect(way.fare).toEqual(byDistance.fare);
    }
  });

  test('the same station twice, one that does not exist, and two that nothing connects, are said plainly (W2)', async () => {
    const [gangnam, apart] = [await stationNamed(nobody, '강남'), await newLine('외딴선')];
    const faultOf = async (from: string, to: string) => {
      const { status, data, errors } = await askForPath(nobody, { from, to });
      expect(status === 200 ? data : null).toBeNull();
      return { code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message };
    };
    const same = await faultOf(gangnam.id, gangnam.id);
    const unknown = await faultOf(gangnam.id, 'nowhere');
    const unconnected = await faultOf(gangnam.id, apart.west.id);
    expect([same.code, unknown.code, unconnected.code]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
    expect(new Set([same.message, unknown.message, unconnected.message]).size).toBe(3);
  });

  test('the fare depends on age and hour (W3)', async () => {
    // 강남–역삼 is 0.8 km, so the base fares of the tariff count.
    const [from, to] = [await stationNamed(nobody, '강남'), await stationNamed(nobody, '역삼')];
    const fareOf = async (trip: { age?: number; departAt?: string }) =>
      (await findPath(nobody, { from: from.id, to: to.id, departAt: '2026-03-02T09:00:00+09:00', ...trip })).fare;
    expect(await fareOf({})).toEqual({ passenger: 'ADULT', card: 1_550, isEarlyBird: false });
    expect(await fareOf({ age: 15 })).toEqual({ passenger: 'YOUTH', card: 900, isEarlyBird: false });
    expect(await fareOf({ age: 8 })).toEqual({ passenger: 'CHILD', card: 550, isEarlyBird: false });
    expect(await fareOf({ age: 70 })).toEqual({ passenger: 'SENIOR', card: 0, isEarlyBird: false });
    expect(await fareOf({ departAt: '2026-03-02T06:29:00+09:00' })).toEqual({
      passenger: 'ADULT',
      card: 1_240,
      isEarlyBird: true,
    });
  });

  test('a member keeps favourite paths, with the fare for their age (W4)', async () => {
    const member = await signUp(place.url, '도훈', 15);
    const [from, to] = [await stationNamed(member, '강남'), await stationNamed(member, '역삼')];
    const add = () =>
      mutate<{ favoritePath: { id: string } | null }>(
        member,
        'addFavoritePath',
        { from: from.id, to: to.id },
        'favoritePath { id }',
      );
    const { favoritePath, codes } = await add();
    expect(codes).toEqual([]);
    expect((await add()).favoritePath).toEqual(favoritePath);

    const mine =
      '{ me { favoritePaths { nodes { id from { name } to { name } path { stations { name } } fare { passenger } } } } }';
    expect((await member.ask(mine)).data).toEqual({
      me: {
        favoritePaths: {
          nodes: [
            {
              id: favoritePath?.id,
              from: { name: '강남' },
              to: { name: '역삼' },
              path: { stations: [{ name: '강남' }, { name: '역삼' }] },
              fare: { passenger: 'YOUTH' },
            },
          ],
        },
      },
    });
    expect(
      (await mutate(member, 'addFavoritePath', { from: from.id, to: from.id }, 'favoritePath { id }')).codes,
    ).toEqual(['SAME_STATION']);
    expect(await mutate(member, 'removeFavoritePath', { id: favoritePath?.id }, 'removedId')).toEqual({
      removedId: favoritePath?.id,
      codes: [],
    });
    expect((await member.ask(mine)).data).toEqual({ me: { favoritePaths: { nodes: [] } } });
  });

  test('an administrator changes the network, and its rules are kept; others may not (W5)', async () => {
    const { line, west, east } = await newLine('시험선');
    const add = async (name: string) => (await createStation(admin, name)).station ?? { id: '', name };
    const middle = await add('시험 가운데');
    const section = (up: Named, down: Named, meters: number, seconds = meters / 10) => ({
      lineId: line.id,
      upStationId: up.id,
      downStationId: down.id,
      distanceMeters: meters,
      durationSeconds: seconds,
    });
    expect((await addSection(admin, section(west, middle, 1_000, 50))).codes).toEqual(['TOO_LONG']);
    expect((await addSection(admin, section(west, east, 100))).codes).toEqual(['TOUCHES_BOTH_ENDS']);
    expect((await addSection(admin, section(middle, await add('시험 밖'), 100))).codes).toEqual(['TOUCHES_NOTHING']);

    const split = await addSection(admin, section(west, middle, 400));
    expect(split.line?.stations.map(({ name }) => name)).toEqual(['시험선 서쪽', '시험 가운데', '시험선 동쪽']);
    expect(split.line?.branches[0]?.sections.map(({ distanceMeters }) => distanceMeters)).toEqual([400, 600]);
    const remove = (id: string) => mutate<{ deletedId: string | null }>(admin, 'deleteStation', { id }, 'deletedId');
    expect((await remove(middle.id)).codes).toEqual(['STATION_IN_USE']);
    const merged = await removeStationFromLine(admin, line.id, middle.id);
    expect(merged.line?.branches[0]?.sections).toEqual([{ distanceMeters: 1_000 }]);
    expect((await removeStationFromLine(admin, line.id, east.id)).codes).toEqual(['LAST_SECTION']);
    expect(await remove(middle.id)).toEqual({ deletedId: middle.id, codes: [] });

    const member = await signIn(place.url, demoEmails('MEMBER')[0] ?? '');
    for (const person of [member, nobody]) {
      const { errors } = await person.ask('mutation { deleteLine(input: { id: "2" }) { deletedId } }');
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });

  test('nobody is given an old answer after a change was answered, by whichever router (W6)', async () => {
    const { line, west, east } = await newLine('경합선');
    const beside = bus.name === 'redis' ? await startRouterBeside(place) : undefined;
    const urls = [place.url, ...(beside ? [beside.url] : [])];
    const rounds = 10;
    /** Changes that were asked for, and of those the ones that were answered. */
    let [begun, done] = [0, 0];
    const stale: string[] = [];
    let reads = 0;

    const read = async (url: string) => {
      const person = anybody(url);
      while (done < rounds) {
        const atLeast = done;
        const [found, shown, way] = await Promise.all([
          findStations(person, '경합역'),
          showLine(person, line.id),
          findPath(person, { from: west.id, to: east.id }),
        ]);
        const counts = {
          // A station is there a moment before its section.
          stations: Math.min(found.length, begun),
          subwayLine: (shown?.stations.length ?? 0) - 2,
          subwayPath: way.stations.length - 2,
        };
        for (const [field, count] of Object.entries(counts)) {
          if (count < atLeast || count > begun)
            stale.push(`${field} showed ${count} changes when ${atLeast} to ${begun} had happened`);
        }
        reads += 1;
      }
    };
    const write = async () => {
      for (let round = 1; round <= rounds; round += 1) {
        const { station } = await createStation(admin, `경합역 ${round}`);
        begun = round;
        // Each one next to the western end, so that the way to the eastern one leads through all of them.
        const { codes } = await addSection(admin, {
          lineId: line.id,
          upStationId: west.id,
          downStationId: station?.id,
          distanceMeters: 1_000 - round,
          durationSeconds: 100 - round,
        });
        if (codes.length > 0) throw new Error(codes.join());
        done = round;
      }
    };
    try {
      await Promise.all([write().finally(() => (done = rounds)), ...urls.flatMap((url) => [read(url), read(url)])]);
    } finally {
      await beside?.process.end('SIGTERM');
    }
    expect(stale).toEqual([]);
    expect(reads).toBeGreaterThan(0);
    expect((await showLine(admin, line.id))?.stations).toHaveLength(rounds + 2);
  });

  test('a stop of an itinerary and the ends of a taxi ride show the station near them', async () => {
    const { data } = await nobody.ask(`{
      taxiEstimate(
        pickup: { latitude: 37.4979, longitude: 127.0276 }
        dropoff: { latitude: 37.5663, longitude: 126.9779 }
      ) { pickup { nearestStation { station { name } } } dropoff { nearestStation { station { name } distanceMeters } } }
    }`);
    expect(data).toMatchObject({
      taxiEstimate: {
        pickup: { nearestStation: { station: { name: '강남' } } },
        dropoff: { nearestStation: { station: { name: '시청' } } },
      },
    });

    const member = await signUp(place.url, '여름');
    const { recommendation } = await requestRecommendation(member, { location: '인천' });
    const ready = await until(async () => {
      const shown = recommendation && (await showRecommendation(member, recommendation.id));
      return shown?.status === 'READY' && shown;
    });
    type Stops = { recommendation: { plan: { itinerary: { stops: { nearestStation: object | null }[] }[] } } };
    const { data: plan, errors } = await member.ask<Stops>(
      `query ($id: ID!) { recommendation(id: $id) { plan { itinerary { stops {
        name nearestStation { station { id name } distanceMeters }
      } } } } }`,
      { id: ready.id },
    );
    expect(errors).toBeUndefined();
    const stops = plan?.recommendation.plan.itinerary.flatMap((day) => day.stops) ?? [];
    expect(stops.filter(({ nearestStation }) => nearestStation).length).toBeGreaterThan(0);
  });
});

/** A second router before the same subgraphs. */
async function startRouterBeside(place: Place): Promise<{ url: string; process: MoaProcess }> {
  const first = Number(new URL(place.url).port);
  const port = await freePorts(1);
  const process = await startProcess({
    ...place.variables,
    SUBGRAPHS: ',',
    PORT: String(port),
    ...Object.fromEntries(
      subgraphs.map((name, index) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${first + 1 + index}/graphql`]),
    ),
  });
  return { url: `http://127.0.0.1:${port}/graphql`, process };
}
