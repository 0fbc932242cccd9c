import { spotNear } from '../taxi/spots.ts';
import { requestTaxi, taxiBookingChanged, taxiEstimate } from './documents.ts';
import type { Journey } from './journey.ts';
import type { Refusable } from './payloads.ts';

/** From the estimate to the live news that the ride is paid, or that there is no car. */
export const ride: Journey = {
  name: 'a ride',
  share: 2,
  async travel({ ask, listen, think }, _town, { client, paymentMethodId }) {
    const n = Math.floor(Math.random() * 1_000);
    const places = { pickup: spotNear(n), dropoff: spotNear(n + 1) };
    await ask('taxi estimate', () => client.ask(taxiEstimate, places));
    await think();
    const input = { ...places, paymentMethodId, idempotencyKey: crypto.randomUUID() };
    const { requestTaxi: answer } = await ask('call a taxi', () =>
      client.ask<{ requestTaxi: Booked }>(requestTaxi, { input }),
    );
    if (!answer.booking) return `is told ${answer.userErrors.map(({ code }) => code).join()}`;
    const { id } = answer.booking;
    const until = (...statuses: readonly string[]) =>
      client.hear<Ridden>(taxiBookingChanged, { id }, ({ taxiBookingChanged: { status } }) =>
        statuses.includes(status),
      );
    const over = ['COMPLETED', 'CANCELLED_BY_SYSTEM'] as const;
    const { taxiBookingChanged: told } = await listen('car comes, live', () => until('DISPATCHED', 'IN_RIDE', ...over));
    if (told.cancellation) return `is told ${told.cancellation.reason}`;
    await listen('ride paid, live', () => until(...over));
    return 'has arrived';
  },
};

type Booked = Refusable & { readonly booking: { readonly id: string } | null };
type Ridden = {
  readonly taxiBookingChanged: { readonly status: string; readonly cancellation: { readonly reason: string } | null };
};
