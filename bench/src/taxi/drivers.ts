import type { Client } from './client.ts';
import { spotNear } from './spots.ts';

type Codes = readonly { readonly code: string }[];
export type Answer = {
  readonly booking: { readonly id: string; readonly status: string } | null;
  readonly userErrors: Codes;
};

const goOnline = 'mutation ($input: GoOnlineInput!) { goOnline(input: $input) { userErrors { code } } }';
const reportPosition =
  'mutation ($input: ReportPositionInput!) { reportPosition(input: $input) { userErrors { code } } }';
const answerOf = (field: string) => {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${field}(input: $input) { booking { id status } userErrors { code } } }`;
};
const accept = answerOf('acceptRide');
const decline = 'mutation ($input: DeclineRideInput!) { declineRide(input: $input) { userErrors { code } } }';
export const startRide = answerOf('startRide');
export const endRide = answerOf('endRide');

/** What a driver does about an offer, and about a ride that is theirs. */
export type Manner = {
  readonly mood: () => 'accept' | 'decline' | 'ignore';
  readonly taken: (driver: Client, bookingId: string) => void;
};

/** A car is forgotten that was silent for a minute. */
const reportMs = 20_000;

export type Shift = { readonly end: () => Promise<void> };

/** All go online, each around one of the city's places, and answer what they are offered. */
export async function beginShift(drivers: readonly Client[], manner: Manner): Promise<Shift> {
  const watches: { readonly stop: () => void }[] = [];
  const open = new Set<Promise<unknown>>();
  const quietly = (work: Promise<unknown>): void => {
    // Whoever is not answered asks nobody again: the booking's own deadline is what is measured.
    const settled = work.catch(() => {}).finally(() => open.delete(settled));
    open.add(settled);
  };
  const consider = async (driver: Client, offerId: string): Promise<void> => {
    const mood = manner.mood();
    if (mood === 'decline') await driver.ask(decline, { input: { offerId } });
    if (mood !== 'accept') return;
    const { acceptRide } = await driver.ask<{ acceptRide: Answer }>(accept, { input: { offerId } });
    if (acceptRide.booking && acceptRide.userErrors.length === 0) manner.taken(driver, acceptRide.booking.id);
  };
  const placeOf = ({ latitude, longitude }: ReturnType<typeof spotNear>) => ({ input: { latitude, longitude } });

  for (const [n, driver] of drivers.entries()) {
    await driver.ask(goOnline, placeOf(spotNear(n)));
    const seen = new Set<string>();
    watches.push(
      driver.watch<{ rideOffered: { id: string; status: string } }>(
        'subscription { rideOffered { id status } }',
        {},
        ({ rideOffered: { id, status } }) => {
          if (status !== 'OPEN' || seen.has(id)) return;
          seen.add(id);
          quietly(consider(driver, id));
        },
      ),
    );
  }
  const reports = setInterval(() => {
    for (const [n, driver] of drivers.entries()) quietly(driver.ask(reportPosition, placeOf(spotNear(n))));
  }, reportMs);
  return {
    async end() {
      clearInterval(reports);
      for (const { stop } of watches) stop();
      await Promise.all(open);
    },
  };
}
