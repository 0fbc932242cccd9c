import { Agent } from 'undici';
import { z } from 'zod';
import { position } from '../domain/geodesy.ts';
import type { Point } from '../domain/point.ts';
import type { Route } from './planner.ts';

/** A server that speaks the HTTP API of OSRM, version 1. */
export interface Osrm {
  /**
   * The fastest way by car; null when the server knows of none.
   * @throws when it does not answer in time, or not what the API says
   */
  route(from: Point, to: Point): Promise<Route | null>;
  close(): Promise<void>;
}

const deadlineMs = 1_000;

/** More than any way on Earth: a number beyond is a fault of the server's, and must become no fare. */
const way = z.object({
  distance: z.number().nonnegative().max(100_000_000),
  duration: z.number().nonnegative().max(100_000_000),
});

/** It says in a code what is the matter; the status is 400 then. */
const answer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('Ok'), routes: z.tuple([way], z.unknown()) }),
  z.object({ code: z.enum(['NoRoute', 'NoSegment']) }),
]);

/** `url`: where `/route/v1/…` hangs. */
export function openOsrm(url: string): Osrm {
  const base = url.replace(/\/+$/, '');
  const agent = new Agent({ connections: 64, maxResponseSize: 65_536 });
  return {
    async route(from, to) {
      const { origin, pathname } = new URL(`${base}/route/v1/driving/${position(from).join()};${position(to).join()}`);
      const { statusCode, body } = await agent.request({
        origin,
        path: `${pathname}?overview=false`,
        method: 'GET',
        signal: AbortSignal.timeout(deadlineMs),
      });
      const text = await body.text();
      if (statusCode !== 200 && statusCode !== 400) throw new Error(`HTTP ${statusCode}`);
      const found = answer.parse(JSON.parse(text));
      if (found.code !== 'Ok') return null;
      const [{ distance, duration }] = found.routes;
      return { meters: distance, seconds: duration };
    },
    close: () => agent.close(),
  };
}
