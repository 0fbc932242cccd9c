import { clocksDifferMs } from './deadline.ts';

/**
 * A city district where no car was found lately. Until `openUntil` nobody there is asked to wait for a search that would
 * fail; after it everybody may try, and the first one who fails opens it again, for longer.
 */
export type SupplyBreaker = {
  /** The district's KOSTAT code. */
  readonly district: string;
  /** How often it was opened in a row. */
  readonly failures: number;
  readonly openUntil: Date;
};

const firstWaitMs = 10_000;
const longestWaitMs = 60_000;
/** A district that was open for requests this long without a failure starts anew. */
const forgottenAfterMs = 300_000;

/**
 * When asking for a taxi makes sense again, in whole seconds, at least 1; null when it does now. One that is open
 * for longer than any is was opened by a clock that ran ahead, and says nothing.
 */
export function retryAfterSeconds(breaker: SupplyBreaker | null, now: Date): number | null {
  const waitMs = breaker ? breaker.openUntil.getTime() - now.getTime() : 0;
  return waitMs > 0 && waitMs <= longestWaitMs + clocksDifferMs ? Math.ceil(waitMs / 1_000) : null;
}

/** The breaker after a search that found nobody; the very same while it is open, since that says nothing new. */
export function afterFailure(breaker: SupplyBreaker | null, district: string, now: Date): SupplyBreaker {
  if (breaker && retryAfterSeconds(breaker, now) !== null) return breaker;
  const failures = breaker && !isForgotten(breaker, now) ? breaker.failures + 1 : 1;
  const waitMs = Math.min(firstWaitMs * 2 ** (failures - 1), longestWaitMs);
  return { district, failures, openUntil: new Date(now.getTime() + waitMs) };
}

const isForgotten = ({ openUntil }: SupplyBreaker, now: Date): boolean =>
  now.getTime() >= openUntil.getTime() + forgottenAfterMs;
