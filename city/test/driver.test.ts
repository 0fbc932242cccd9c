import { expect, test, vi } from 'vitest';
import { driveTaxi } from '../src/driver.ts';
import type { Graph } from '../src/graph.ts';
import { createPerson } from '../src/person.ts';
import { places } from '../src/places.ts';
import { nextReply } from '../src/plans.ts';
import { randomFor } from '../src/random.ts';
import { openBook } from '../src/tally.ts';

const [pickup, dropoff] = places;
const offer = { id: 'offer', status: 'OPEN', pickup, dropoff, estimatedFare: 5_000 };
const booking = { id: 'booking', status: 'DISPATCHED', pickup, dropoff };

const name = '택시 기사 01';
/** With which the driver likes the first offer. */
const seed =
  [1, 2, 3, 4, 5].find((candidate) => nextReply(randomFor(candidate, name, 'replies')).kind === 'accept') ?? 0;

/** A graph in which everybody gets what they ask for, and one driver is asked to take a ride. */
function graphOf(accepting: Promise<void>) {
  const asked: string[] = [];
  const watched = new Set<string>();
  const graph: Graph = {
    memberId: 'driver',
    async ask<Data>(document: string) {
      const field = /{ (\w+)\(/.exec(document)?.[1] ?? '';
      asked.push(field);
      if (field === 'acceptRide') await accepting;
      const answer = { userErrors: [], driver: { booking: null }, booking };
      return { [field]: answer } as Data; // each document finds what it selects
    },
    watch<Data>(document: string, _variables: object, onEvent: (data: Data) => void) {
      watched.add(document);
      // The one thing that is watched before there is a ride.
      if (document.includes('rideOffered')) setImmediate(() => onEvent({ rideOffered: offer } as Data));
      return { stop: () => void watched.delete(document) };
    },
    close: async () => {},
  };
  return { graph, asked, watched };
}

test('who has just accepted a ride when the city closes goes home with nothing left behind', async () => {
  const accepting = Promise.withResolvers<void>();
  const { graph, asked, watched } = graphOf(accepting.promise);
  const ending = new AbortController();
  const book = openBook();
  const around = { book, seed, speed: 100, closing: ending.signal, onEvent: () => {} };
  const driving = driveTaxi(createPerson(name, graph, around), 1);
  await vi.waitUntil(() => asked.includes('acceptRide'));

  ending.abort();
  setImmediate(accepting.resolve);
  await driving;
  await accepting.promise;
  await new Promise(setImmediate);
  expect(asked.at(-1)).toBe('goOffline');
  expect(book.tally().cars).toEqual({ offline: 1, free: 0, onTheWay: 0, riding: 0 });
  expect(watched).toEqual(new Set());
});
