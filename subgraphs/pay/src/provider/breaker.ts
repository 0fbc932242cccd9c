import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { Unknown } from './provider.ts';

/** The provider could not be asked, or its answer leaves open what happened. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The caller's signal was aborted: nothing is learned about the provider. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned';
}

/** Runs a call, and turns its failure to reach the provider into `unknown`. */
export type Guard = <T>(call: () => Promise<T>) => Promise<T | Unknown>;

export type BreakerOptions = {
  /** Calls in a row that ended `Unreachable` before it opens. */
  failures?: number;
  /** Milliseconds until one call is let through to try again. */
  halfOpenAfterMs?: number;
};

/** A circuit breaker: while the provider is unreachable, calls end as `unknown` at once instead of at their deadline. */
export function createBreaker({ failures = 5, halfOpenAfterMs = 2_000 }: BreakerOptions = {}): Guard {
  const failed = (error: unknown) =>
    error instanceof Unreachable ||
    // Cockatiel takes any other error of the trial call for a success, and an abandoned trial proves nothing.
    (error instanceof Abandoned && breaker.state === CircuitState.HalfOpen);
  const breaker = circuitBreaker(handleWhen(failed), {
    breaker: new ConsecutiveBreaker(failures),
    halfOpenAfter: halfOpenAfterMs,
  });

  return async (call) => {
    // Cockatiel would let these wait for the trial call; a caller is better served by an answer now.
    if (breaker.state === CircuitState.HalfOpen) return unavailable;
    try {
      return await breaker.execute(call);
    } catch (error) {
      if (error instanceof BrokenCircuitError) return unavailable;
      if (error instanceof Unreachable || error instanceof Abandoned) return { kind: 'unknown', reason: error.message };
      throw error;
    }
  };
}

const unavailable: Unknown = { kind: 'unknown', reason: 'the payment provider is unavailable and was not asked' };
