import type { Logger } from '@moa/telemetry';
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
} from 'cockatiel';
import { Abandoned, BadAnswer, NoAnswer } from './model-failure.ts';

export type Patience = {
  /** Tries for one itinerary. */
  readonly tries?: number;
  /** Milliseconds before the second try; doubles, with jitter. */
  readonly backoffMs?: number;
  /** Itineraries in a row for which the model could not be asked, until it is left alone. */
  readonly failures?: number;
  /** Milliseconds it is left alone before one request tries it again. */
  readonly restMs?: number;
};

/** Runs a call; `undefined` when it came to nothing, however often it was tried. */
export type Guard = <T>(call: () => Promise<T>, signal: AbortSignal) => Promise<T | undefined>;

/**
 * Retries, and a circuit breaker around them. Answers that can't be used don't open it: a member's words may have caused them,
 * and the others shall not pay for that. Says once when trouble begins, and once when it is over.
 */
export function createGuard(
  logger: Logger,
  { tries = 2, backoffMs = 500, failures = 3, restMs = 30_000 }: Patience = {},
): Guard {
  const again = retry(
    handleWhen((error) => error instanceof BadAnswer || (error instanceof NoAnswer && error.mayPass)),
    { maxAttempts: tries - 1, backoff: new ExponentialBackoff({ initialDelay: backoffMs }) },
  );
  const breaker = circuitBreaker(
    handleWhen(
      (error) =>
        error instanceof NoAnswer ||
        // Cockatiel takes any other error of the call on trial for a success, and an abandoned one proves nothing.
        (breaker.state === CircuitState.HalfOpen && error instanceof Abandoned),
    ),
    { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: restMs },
  );
  let troubled = false;

  return async (call, signal) => {
    // Cockatiel would let these wait for the call on trial; a member is better served now.
    if (breaker.state === CircuitState.HalfOpen) return undefined;
    try {
      const answer = await breaker.execute(() => again.execute(call, signal), signal);
      if (troubled) logger.info('the advisor model answers again');
      troubled = false;
      return answer;
    } catch (error) {
      if (error instanceof BrokenCircuitError || error instanceof Abandoned) return undefined;
      if (!(error instanceof NoAnswer) && !(error instanceof BadAnswer)) throw error;
      if (!troubled)
        logger.warn(
          { fault: error.message },
          'the advisor model is of no help: itineraries are made offline meanwhile',
        );
      troubled = true;
      return undefined;
    }
  };
}
