import type { Assignment, Bill, NoDriverReason, PaymentFailure } from './booking.ts';

/** What can happen to a booking after it was asked for. */
export type BookingChange =
  | { readonly type: 'DispatchBegan'; readonly at: Date }
  | { readonly type: 'Dispatched'; readonly assignment: Assignment }
  | { readonly type: 'Boarded'; readonly at: Date }
  | { readonly type: 'Billed'; readonly bill: Bill }
  | { readonly type: 'PaymentFailed'; readonly failure: PaymentFailure }
  | { readonly type: 'Paid'; readonly paymentId: string; readonly at: Date }
  | { readonly type: 'CancelRequested'; readonly at: Date }
  | { readonly type: 'CancelledByCustomer'; readonly at: Date }
  | { readonly type: 'CancelledBySystem'; readonly reason: NoDriverReason; readonly at: Date };
