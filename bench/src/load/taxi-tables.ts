import { quantile } from '../measure/quantile.ts';
import type { BookingsResult } from '../taxi/bookings.ts';
import type { PaidFares } from './taxi-budgets.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const msAt = (values: readonly number[], share: number): string =>
  values.length === 0 ? '–' : whole(quantile(values, share));
const kindsOf = (kinds: ReadonlyMap<string, number>): string =>
  [...kinds]
    .toSorted()
    .map(([kind, times]) => `${kind} ${whole(times)}`)
    .join(', ') || '–';

export function bookedTable({
  kinds,
  askedAgain,
  unanswered,
  requestMs,
  answerMs,
  completed,
  seconds,
}: BookingsResult): string {
  return `| | |
|---|--:|
| calls for a taxi | ${whole(answerMs.length + unanswered)} |
| a second | ${((answerMs.length + unanswered) / seconds).toFixed(0)} |
| answers to it, p50, p99, longest, ms | ${[0.5, 0.99, 1].map((share) => msAt(requestMs, share)).join(', ')} |
| told whether a car comes, p50, p99, longest, ms | ${[0.5, 0.99, 1].map((share) => msAt(answerMs, share)).join(', ')} |
| **never told** | ${whole(unanswered)} |
| what they were told | ${kindsOf(kinds)} |
| rides paid | ${whole(completed)} |
| asked again after | ${kindsOf(askedAgain)} |

The demo data has 25 drivers for all of them: most are sent away, which is an answer too.`;
}

export function paidTable({ fares }: PaidFares): string {
  const rows = fares.map(
    ({ name, rides, kinds, answerMs, breaker, seconds }) =>
      `| ${[
        name,
        whole(rides),
        kindsOf(kinds),
        `${breaker.openings}, ${breaker.closings}`,
        msAt(answerMs, 0.5),
        msAt(answerMs, 0.99),
        msAt(answerMs, 1),
        seconds.toFixed(1),
      ].join(' | ')} |`,
  );
  return `| | rides | answers | breaker opened, closed | p50 | p99 | longest | all paid after, s |
|---|--:|---|--:|--:|--:|--:|--:|
${rows.join('\n')}

Whoever is not paid ends the ride again 300 ms later.`;
}
