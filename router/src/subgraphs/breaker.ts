import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { SubgraphBusy, SubgraphUnavailable } from './response.ts';

/** Many calls are under way at once: it takes more faults in a row than between two subgraphs to tell a bad moment from an outage. */
const faultsInARow = 20;
const tryAgainAfterMs = 1_000;

/** `open` keeps calls away, `half_open` tries one. */
export type Circuit = 'closed' | 'half_open' | 'open';

export interface Breaker {
  /** Makes the call, if it may be made. @throws SubgraphUnavailable, or what `call` throws */
  guard<T>(call: () => Promise<T>): Promise<T>;
  readonly circuit: Circuit;
}

/** A subgraph that has too much in hand says so at once, and is asked for less by load-shedding/. */
const isFault = handleWhen((error) => !(error instanceof SubgraphBusy));

/** Keeps calls away from a subgraph that has stopped answering, so that clients needn't wait for it each time. */
export function createBreaker(): Breaker {
  const breaker = circuitBreaker(isFault, {
    halfOpenAfter: tryAgainAfterMs,
    breaker: new ConsecutiveBreaker(faultsInARow),
  });
  /** Whether there was a fault since the last answer. Until then the breaker has nothing to count, and isn't asked. */
  let inDoubt = false;

  const asBreakerAllows = async <T>(call: () => Promise<T>): Promise<T> => {
    inDoubt = true;
    try {
      const answer = await breaker.execute(call);
      inDoubt = breaker.state !== CircuitState.Closed;
      return answer;
    } catch (cause) {
      throw isBrokenCircuitError(cause)
        ? new SubgraphUnavailable('It has not answered for a while.', { cause })
        : cause;
    }
  };
  return {
    guard: (call) =>
      inDoubt ? asBreakerAllows(call) : call().catch((fault: unknown) => asBreakerAllows(() => Promise.reject(fault))),
    get circuit() {
      return circuitOf(breaker.state);
    },
  };
}

function circuitOf(state: CircuitState): Circuit {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half_open' : 'open';
}
