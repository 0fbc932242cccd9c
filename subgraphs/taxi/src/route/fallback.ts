import type { Logger } from '@moa/telemetry';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll, isBrokenCircuitError } from 'cockatiel';
import type { Osrm } from './osrm.ts';
import type { RoutePlanner } from './planner.ts';

/**
 * Asks the server, and estimates whenever it can't tell. The breaker opens after five failures in a row and tries again after two
 * seconds, so a server that is silent costs hardly anybody its deadline. An outage is logged once at its beginning and once
 * at its end.
 */
export function withFallback(osrm: Osrm, estimate: RoutePlanner, logger: Logger): RoutePlanner {
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: 2_000, breaker: new ConsecutiveBreaker(5) });
  let isOut = false;

  return {
    async route(from, to, at) {
      // Others would wait for the trial call to end; an estimate now serves them better.
      if (breaker.state === CircuitState.HalfOpen) return estimate.route(from, to, at);
      try {
        const route = await breaker.execute(() => osrm.route(from, to));
        if (isOut) logger.info('the OSRM server answers again');
        isOut = false;
        return route ?? (await estimate.route(from, to, at));
      } catch (err) {
        if (!isOut && !isBrokenCircuitError(err)) {
          logger.warn({ err }, 'the OSRM server does not answer as it should: ways are estimated until it does');
        }
        isOut = true;
        return estimate.route(from, to, at);
      }
    },
  };
}
