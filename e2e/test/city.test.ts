import { type City, openCity } from '@moa/city';
import { buses, until } from '@moa/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { invariantsOf } from '../faults/invariants.ts';
import { faultsIn } from '../src/books.ts';
import { openPlace } from '../src/place.ts';
import { startProcess } from '../src/process.ts';

/** What a machine that has too much to do may say, and people try again. */
const isBusy = (code: string): boolean => code === 'SERVICE_UNAVAILABLE' || code === 'SUBGRAPH_UNAVAILABLE';

// Its people know nothing of queues: one kind will do.
describe.each(buses.slice(0, 1))('a living city, $name', (bus) => {
  test('people ride and eat, nothing goes wrong, and the books agree', { timeout: 180_000 }, async () => {
    const place = await openPlace(bus);
    const moa = await startProcess(place.variables);
    let city: City | undefined;
    const events: string[] = [];
    onTestFinished(async () => {
      await city?.close();
      await moa.end('SIGTERM');
      await place.close();
    });
    city = await openCity({
      url: place.url,
      seed: 1,
      drivers: 8,
      members: 10,
      couriers: 3,
      speed: 100,
      arrivalsPerMinute: 1_000,
      onEvent: (text) => events.push(text),
    });
    const { tally } = city;
    await until(
      () => (tally().bookings.COMPLETED ?? 0) >= 5 && (tally().orders.COMPLETED ?? 0) >= 3 && tally().positionsSeen > 0,
      { timeoutMs: 150_000 },
    );

    const last = await city.close();
    const faults = Object.keys(last.errors).filter((code) => !isBusy(code));
    expect(faults, events.filter((text) => text.includes(' ! ')).join('\n')).toEqual([]);
    expect(last.cars).toEqual({ offline: 8, free: 0, onTheWay: 0, riding: 0 });
    expect(last.fares).toBeGreaterThan(5 * 4_800);
    expect(last.deliveries.completed).toBeGreaterThanOrEqual(3);

    expect(await faultsIn(place, [...invariantsOf.food, ...invariantsOf.rides])).toEqual([]);
  });
});
