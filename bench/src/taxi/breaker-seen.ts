/** One answer to `endRide`: milliseconds since all got out, and `paid` or a refusal's code. */
export type Ending = { readonly from: number; readonly to: number; readonly kind: string };

/** How often taxi's breaker towards pay was seen to open, and to let calls through again. */
export type BreakerSeen = { readonly openings: number; readonly closings: number };

/** A breaker that is open answers at once; who waited this long waited for pay, which has 3 s. */
const deadlineMs = 2_900;

/** As the answers tell: it is open once payments are refused without waiting, until a call that began then gets through. */
export function breakerSeen(endings: readonly Ending[]): BreakerSeen {
  let openSince: number | undefined;
  let [openings, closings] = [0, 0];
  for (const { from, to, kind } of endings.toSorted((a, b) => a.to - b.to)) {
    const isKeptOut = kind === 'PAYMENT_UNAVAILABLE' && to - from < deadlineMs;
    if (openSince === undefined && isKeptOut) {
      openSince = to;
      openings += 1;
    } else if (openSince !== undefined && from > openSince && hasReachedPay(kind)) {
      openSince = undefined;
      closings += 1;
    }
  }
  return { openings, closings };
}

/** Who was turned away by taxi itself, or by nobody knows whom, says nothing of the breaker. */
const hasReachedPay = (kind: string): boolean =>
  kind === 'paid' || (kind.startsWith('PAYMENT_') && kind !== 'PAYMENT_UNAVAILABLE');
