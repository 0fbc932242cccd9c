import type { Step } from '../../ui/status-line.tsx';
import type { TaxiBookingShownFragment } from './booking.gen.ts';
import type { rideWords } from './ride-words.ts';

type Words = (typeof rideWords)['ko'];

/** How far a booking has come. */
export function stepsOf(booking: TaxiBookingShownFragment, words: Words): readonly Step[] {
  const { steps, asking, settling, reasons, payFailed } = words;
  const { status, driver, bill, paymentFailure, cancellation } = booking;
  const called: Step = { label: steps.called, state: 'done' };
  const found: Step = { label: steps.driver, state: 'done', detail: driver?.member?.name };
  const came: Step = { label: steps.coming, state: 'done' };
  const ahead = (...labels: readonly string[]): Step[] => labels.map((label) => ({ label, state: 'ahead' }));
  const untilCancelled = driver ? [called, found] : [called];
  switch (status) {
    case 'REQUESTED':
    case 'DISPATCHING':
      return [
        called,
        { label: steps.driver, state: 'now', detail: asking },
        ...ahead(steps.coming, steps.riding, steps.paying),
      ];
    case 'DISPATCHED':
      return [called, found, { label: steps.coming, state: 'now' }, ...ahead(steps.riding, steps.paying)];
    case 'IN_RIDE':
      if (!bill) return [called, found, came, { label: steps.riding, state: 'now' }, ...ahead(steps.paying)];
      return [
        called,
        found,
        came,
        { label: steps.riding, state: 'done' },
        paymentFailure
          ? { label: steps.paying, state: 'failed', detail: payFailed }
          : { label: steps.paying, state: 'now' },
      ];
    case 'COMPLETED':
      return [called, found, came, { label: steps.riding, state: 'done' }, { label: steps.paying, state: 'done' }];
    case 'CANCEL_REQUESTED':
      return [...untilCancelled, { label: steps.cancelled, state: 'now', detail: settling }];
    case 'CANCELLED_BY_CUSTOMER':
    case 'CANCELLED_BY_SYSTEM':
      return [
        ...untilCancelled,
        { label: steps.cancelled, state: 'failed', detail: cancellation && reasons[cancellation.reason] },
      ];
  }
}
