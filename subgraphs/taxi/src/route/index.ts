import type { Logger } from '@moa/telemetry';
import { withFallback } from './fallback.ts';
import { greatCirclePlanner } from './great-circle.ts';
import { openOsrm } from './osrm.ts';
import type { RoutePlanner } from './planner.ts';

export type RouteOptions = {
  /** Of any server that is compatible with OSRM; without one, ways are estimated. */
  readonly osrmUrl?: string | undefined;
  readonly logger: Logger;
};

/** Opens the way-finder. `close` waits for questions in hand, at most a second. */
export function openRoutePlanner({ osrmUrl, logger }: RouteOptions): RoutePlanner & { close(): Promise<void> } {
  if (osrmUrl === undefined) return { ...greatCirclePlanner, close: async () => undefined };
  const osrm = openOsrm(osrmUrl);
  return { ...withFallback(osrm, greatCirclePlanner, logger), close: osrm.close };
}
