import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { Booking } from './booking.ts';
import { type CancelTaxiRefusal, cancelTaxiRefusals } from './refusals.ts';

const refuse = refusalsFrom(cancelTaxiRefusals);

/** Whether the customer may still cancel. `repeated`: it was asked before, and nothing follows. */
export function decideCancelTaxi({ status }: Booking): Outcome<'new' | 'repeated', CancelTaxiRefusal['code']> {
  switch (status) {
    case 'REQUESTED':
    case 'DISPATCHING':
    case 'DISPATCHED':
      return done('new');
    case 'CANCEL_REQUESTED':
    case 'CANCELLED_BY_CUSTOMER':
      return done('repeated');
    case 'IN_RIDE':
      return refused(refuse('RIDE_HAS_BEGUN'));
    case 'COMPLETED':
    case 'CANCELLED_BY_SYSTEM':
      return refused(refuse('BOOKING_HAS_ENDED'));
  }
}
