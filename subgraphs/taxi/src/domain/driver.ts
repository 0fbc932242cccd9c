type Registration = {
  /** The member's id. */
  readonly id: string;
  /** Counts the changes of this driver, offers included. */
  readonly version: number;
  /** The number plate. */
  readonly plate: string;
  readonly phone: string;
};

/** A driver in each of the states, with only what exists in it. Only a FREE one is offered rides. */
export type Driver = Registration &
  (
    | { readonly state: 'OFFLINE' | 'FREE' }
    | { readonly state: 'OFFERED'; readonly offerId: string }
    /** From the dispatch to the end of the ride. `leaving`: goes offline then. */
    | { readonly state: 'BOOKED'; readonly bookingId: string; readonly leaving: boolean }
  );

export type DriverState = Driver['state'];
