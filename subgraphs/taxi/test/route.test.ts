import type { ServerResponse } from 'node:http';
import { createLogger } from '@moa/telemetry';
import { until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { airlineMeters } from '../src/domain/geodesy.ts';
import { openRoutePlanner } from '../src/route/index.ts';
import type { Route } from '../src/route/planner.ts';
import { json, openOsrmServer } from './osrm-server.ts';

const cityHall = { latitude: 37.5663, longitude: 126.9779 };
const gangnam = { latitude: 37.4979, longitude: 127.0276 };
const wednesday = (time: string) => new Date(`2026-03-04T${time}+09:00`);
const noon = wednesday('12:00:00');
const logger = createLogger('taxi', 'silent');
const estimated = { meters: expect.closeTo(airlineMeters(cityHall, gangnam) * 1.3, 3), seconds: expect.any(Number) };

describe('without a server', () => {
  const { route } = openRoutePlanner({ logger });
  const speed = async (at: Date) => {
    const { meters, seconds } = await route(cityHall, gangnam, at);
    return (meters / seconds) * 3.6;
  };

  test('a way is the air line and somewhat more', async () => {
    expect(await route(cityHall, gangnam, noon)).toEqual(estimated);
    expect(await route(cityHall, cityHall, noon)).toEqual({ meters: 0, seconds: 0 });
  });

  test('the speed follows the clock of Seoul and the day of the week', async () => {
    expect(await speed(wednesday('18:30:00'))).toBeCloseTo(17);
    expect(await speed(wednesday('03:00:00'))).toBeCloseTo(42);
    expect(await speed(new Date('2026-03-07T18:30:00+09:00'))).toBeCloseTo(21);
  });

  test('every hour of the week is driven at 15 to 45 km/h', async () => {
    for (let hour = 0; hour < 168; hour += 1) {
      const kmh = await speed(new Date(noon.getTime() + hour * 3_600_000));
      expect(kmh).toBeGreaterThan(15);
      expect(kmh).toBeLessThan(45);
    }
  });
});

describe('with an OSRM server', () => {
  let server: Awaited<ReturnType<typeof openOsrmServer>>;
  let planner: ReturnType<typeof openRoutePlanner>;
  const warned = vi.spyOn(logger, 'warn');
  const informed = vi.spyOn(logger, 'info');

  beforeEach(async () => {
    server = await openOsrmServer();
    planner = openRoutePlanner({ osrmUrl: server.url, logger });
    warned.mockClear();
    informed.mockClear();
  });
  afterEach(async () => {
    await server.close();
    await planner.close();
  });

  const found = { meters: 9_876.5, seconds: 1_234.5 };
  const ask = () => planner.route(cityHall, gangnam, noon);

  test('the way is the one that the server finds', async () => {
    expect(await ask()).toEqual(found);
    expect(server.asked).toEqual(['/route/v1/driving/126.9779,37.5663;127.0276,37.4979?overview=false']);
  });

  test('the server may live under a path', async () => {
    const below = openRoutePlanner({ osrmUrl: `${server.url}/maps/`, logger });
    expect(await below.route(cityHall, gangnam, noon)).toEqual(found);
    await below.close();
    expect(server.asked).toEqual(['/maps/route/v1/driving/126.9779,37.5663;127.0276,37.4979?overview=false']);
  });

  test.each(['NoRoute', 'NoSegment'])('%s is an answer, and no outage', async (code) => {
    server.answer(json({ code, message: 'Impossible route between points' }, 400));
    for (let time = 0; time < 6; time += 1) expect(await ask()).toEqual(estimated);
    expect(warned).not.toHaveBeenCalled();
    expect(server.asked).toHaveLength(6);
  });

  test.each<[string, Parameters<typeof server.answer>[0]]>([
    ['500', json({ message: 'no' }, 500)],
    ['too many requests', json({ message: 'Too Many Requests' }, 429)],
    ['silence', () => undefined],
    ['a cut line', (response) => void response.destroy()],
    ['half an answer', (response) => void response.writeHead(200).write('{"code":"Ok",')],
    ['no JSON', (response) => void response.end('<html>')],
    ['no routes', json({ code: 'Ok', routes: [] })],
    ['a route without a length', json({ code: 'Ok', routes: [{ distance: null, duration: 1 }] })],
    ['a negative length', json({ code: 'Ok', routes: [{ distance: -1, duration: 1 }] })],
    ['a length beyond the Earth', json({ code: 'Ok', routes: [{ distance: 1e300, duration: 1 }] })],
    ['a question that it does not understand', json({ code: 'InvalidQuery' }, 400)],
    ['an endless answer', (response) => void response.end('x'.repeat(1_000_000))],
  ])('after %s there is an estimate', async (_what, answer) => {
    server.answer(answer);
    expect(await ask()).toEqual(estimated);
    expect(warned).toHaveBeenCalledOnce();
  });

  test('nobody there: an estimate', async () => {
    await server.close();
    expect(await ask()).toEqual(estimated);
  });

  test('an outage is logged once, the server is left in peace, and asked again later', async () => {
    server.answer(json({}, 503));
    for (let time = 0; time < 20; time += 1) expect(await ask()).toEqual(estimated);
    expect(server.asked).toHaveLength(5);

    server.answer(json({ code: 'Ok', routes: [{ distance: 9_876.5, duration: 1_234.5 }] }));
    await until(async () => (await ask()).meters === found.meters);
    expect(warned).toHaveBeenCalledOnce();
    expect(informed).toHaveBeenCalledOnce();
  });

  test('while one question tries whether the server is back, the others do not wait for it', async () => {
    server.answer(json({}, 503));
    for (let time = 0; time < 5; time += 1) await ask();

    const held: ServerResponse[] = [];
    const answers: Promise<Route>[] = [];
    server.answer((response) => void held.push(response));
    await until(() => {
      answers.push(ask());
      return held.length === 1;
    });
    expect(await ask()).toEqual(estimated);
    for (const response of held) json({ code: 'Ok', routes: [{ distance: 9_876.5, duration: 1_234.5 }] })(response);
    expect(await Promise.all(answers)).toContainEqual(found);
  });
});
