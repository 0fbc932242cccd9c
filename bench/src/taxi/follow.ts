import type { Client } from './client.ts';

const changes = `subscription ($id: ID!) { taxiBookingChanged(bookingId: $id) { status cancellation { reason } } }`;
export type Change = { readonly status: string; readonly cancellation: { readonly reason: string } | null };

const promisedMs = 60_000;

/** The booking live. */
export function follow(customer: Client, id: string) {
  let latest: Change | undefined;
  let look = () => {};
  const watch = customer.watch<{ taxiBookingChanged: Change }>(changes, { id }, ({ taxiBookingChanged }) => {
    latest = taxiBookingChanged;
    look();
  });
  return {
    stop: watch.stop,
    /** @throws when it does not look so within the minute that was promised */
    until: (looks: (change: Change) => boolean): Promise<Change> =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${id} is ${latest?.status} after a minute`)), promisedMs);
        look = () => {
          if (!latest || !looks(latest)) return;
          clearTimeout(late);
          resolve(latest);
        };
        look();
      }),
  };
}
