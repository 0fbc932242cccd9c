import { defineSaga } from '@moa/saga';
import type { Assignment, Booking, BookingStatus, NoDriverReason } from './booking.ts';
import type { BookingChange } from './booking-change.ts';

/** What happens to the search for a driver. */
export type DispatchEvent =
  /** A free driver was found and asked. */
  | { readonly type: 'Offered'; readonly at: Date }
  /** The driver who was asked declined, left, or did not answer in time. */
  | { readonly type: 'NotTaken' }
  | { readonly type: 'Accepted'; readonly assignment: Assignment }
  /** No car is free near the pick-up. */
  | { readonly type: 'NoCarFree'; readonly at: Date; readonly reason: NoDriverReason }
  /** The customer has waited long enough. */
  | { readonly type: 'TimeIsUp'; readonly at: Date; readonly reason: NoDriverReason }
  | { readonly type: 'CancelAsked'; readonly at: Date }
  /** The customer was not in the car by now. */
  | { readonly type: 'CancelSettled'; readonly at: Date };

/** What follows from it: a change of the booking, or something that others have to do. */
export type DispatchCommand = { readonly change: BookingChange } | { readonly effect: DispatchEffect };

export type DispatchEffect =
  /** Look for the next driver. */
  | 'Search'
  /** Decide a moment later whether the customer may still cancel. */
  | 'Settle'
  /** The driver who is being asked need not answer any more, and is free. */
  | 'WithdrawOffer'
  /** The driver who was on the way is free. */
  | 'FreeDriver'
  /** Let nobody wait in vain in that district for a while. */
  | 'OpenSupplyBreaker'
  /** There are cars in that district. */
  | 'CloseSupplyBreaker';

/**
 * The saga from the request to the car, or to the end of the search. The compensations stand beside what they undo: whoever
 * was asked is let go, whoever was on the way is free again. It ends at boarding, which domain/ride.ts decides: from
 * DISPATCHED, or from CANCEL_REQUESTED when the customer sat in the car before the cancellation was settled.
 */
export const dispatch = defineSaga<BookingStatus, DispatchEvent, Booking, DispatchCommand>({
  REQUESTED: {
    Offered: { to: 'DISPATCHING', send: (_booking, { at }) => [{ change: { type: 'DispatchBegan', at } }] },
    NoCarFree: { to: 'CANCELLED_BY_SYSTEM', send: (_booking, event) => givenUp(event, 'OpenSupplyBreaker') },
    TimeIsUp: { to: 'CANCELLED_BY_SYSTEM', send: (_booking, event) => givenUp(event) },
    CancelAsked: { to: 'CANCEL_REQUESTED', send: (_booking, event) => cancelling(event) },
  },
  DISPATCHING: {
    Offered: { to: 'DISPATCHING' },
    NotTaken: { to: 'DISPATCHING', send: () => [{ effect: 'Search' }] },
    Accepted: {
      to: 'DISPATCHED',
      send: (_booking, { assignment }) => [
        { change: { type: 'Dispatched', assignment } },
        { effect: 'CloseSupplyBreaker' },
      ],
    },
    NoCarFree: { to: 'CANCELLED_BY_SYSTEM', send: (_booking, event) => givenUp(event) },
    TimeIsUp: { to: 'CANCELLED_BY_SYSTEM', send: (_booking, event) => givenUp(event, 'WithdrawOffer') },
    CancelAsked: { to: 'CANCEL_REQUESTED', send: (_booking, event) => cancelling(event) },
  },
  DISPATCHED: {
    CancelAsked: { to: 'CANCEL_REQUESTED', send: (_booking, event) => cancelling(event) },
  },
  CANCEL_REQUESTED: {
    CancelSettled: {
      to: 'CANCELLED_BY_CUSTOMER',
      send: (booking, { at }) => [
        { change: { type: 'CancelledByCustomer', at } },
        { effect: booking.status === 'CANCEL_REQUESTED' && booking.assignment ? 'FreeDriver' : 'WithdrawOffer' },
      ],
    },
  },
  IN_RIDE: {},
  COMPLETED: {},
  CANCELLED_BY_CUSTOMER: {},
  CANCELLED_BY_SYSTEM: {},
});

const givenUp = (
  { at, reason }: { readonly at: Date; readonly reason: NoDriverReason },
  ...effects: readonly DispatchEffect[]
): readonly DispatchCommand[] => [
  { change: { type: 'CancelledBySystem', at, reason } },
  ...effects.map((effect) => ({ effect })),
];

const cancelling = ({ at }: { readonly at: Date }): readonly DispatchCommand[] => [
  { change: { type: 'CancelRequested', at } },
  { effect: 'Settle' },
];
