import { type Break, breakOf } from './break.ts';

const taxi = 'subgraphs/taxi/src';

export const rideBreaks: readonly Break[] = [
  {
    name: 'driver-rides-once',
    says: 'a driver who takes a ride counts as free and gets the next one, and the database lets it pass',
    edits: [
      {
        file: `${taxi}/domain/drive.ts`,
        from: `state: 'BOOKED', bookingId, leaving: false });`,
        to: `state: 'FREE' });`,
      },
      {
        file: 'subgraphs/taxi/migrations/0001-taxis.ts',
        from: 'create unique index bookings_live_of_driver',
        to: 'create index bookings_live_of_driver',
      },
      {
        file: `${taxi}/persistence/drivers.ts`,
        from: 'order by array_position(?::uuid[], id) limit 1',
        to: 'order by id = any(?::uuid[]), id limit 1',
      },
    ],
  },
  breakOf(
    'ride-is-paid',
    'a ride is completed without asking pay',
    `${taxi}/actions/settle-fare.ts`,
    'const charge = await ask(context.pay, ride);',
    `const charge: Charge = { kind: 'captured', paymentId: ride.id };`,
  ),
  breakOf(
    'driver-agrees',
    'a driver stays booked after the ride',
    `${taxi}/actions/complete-ride.ts`,
    'await moveDriver(em, driver, freed(driver));',
    ';',
  ),
  {
    name: 'booking-answered',
    says: 'nobody looks for a driver, and nobody gives up looking',
    edits: [
      {
        file: `${taxi}/actions/dispatch-taxi.ts`,
        from: 'if (!booking || !isSearching(booking)) return;',
        to: 'if (!booking || bookingId) return;',
      },
      {
        file: `${taxi}/persistence/overdue.ts`,
        from: 'and (answer_by <= ? or',
        to: `and (answer_by <= ?::timestamptz - interval '1 hour' or`,
      },
    ],
  },
  breakOf(
    'ride-ended',
    'a ride is never completed, even when it is paid',
    `${taxi}/domain/ride.ts`,
    `isBilled(booking) ? [{ type: 'Paid', paymentId, at: now }] : [];`,
    '[];',
  ),
  breakOf(
    'offer-ended',
    'offers stay open',
    `${taxi}/actions/end-offer.ts`,
    'await closeOffer(em, offer.id, status);',
    '',
  ),
  breakOf(
    'ride-history-agrees',
    'the history of rides does not hear of their ends',
    `${taxi}/events/ride-history.ts`,
    'RideCompleted: rememberRide,',
    'RideCompleted: async () => undefined,',
  ),
];
