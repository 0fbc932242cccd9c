import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from './person.ts';
import {
  acceptRide,
  cancelTaxi,
  declineRide,
  endRide,
  goOnline,
  reportPosition,
  requestTaxi,
  type Spot,
  showBooking,
  startRide,
} from './taxi.ts';

/** People who ride and drive on while the processes they talk to come and go. */
export type Crowd = {
  /** Bookings that their customers were told of. */
  readonly told: ReadonlySet<string>;
  /** Answers of any kind that came so far. */
  readonly answers: () => number;
  /** Nobody asks for a taxi any more, and drivers take every ride. */
  readonly calmDown: () => void;
  /** Everybody goes home. */
  readonly leave: () => Promise<void>;
};

const spot = (name: string, latitude: number, longitude: number): Spot => ({ name, latitude, longitude });

/** In the middle of the city: each is within 5 km of all the others. */
const spots = [
  spot('서울역', 37.5549, 126.9714),
  spot('시청', 37.5657, 126.9769),
  spot('충무로역', 37.5613, 126.9946),
  spot('종로3가역', 37.5704, 126.9921),
] as const;

const spotAt = (n: number): Spot => spots[n % spots.length] ?? spots[0];
const ended = ['COMPLETED', 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM'];
/** Between two questions of one of them: the machine has to start processes, too. */
const paceMs = 250;

type Duty = { status: string; offer: { id: string } | null; booking: { id: string; status: string } | null };

/** Customers have a way to pay, drivers are registered. */
export function gatherCrowd(customers: readonly Person[], drivers: readonly Person[]): Crowd {
  const told = new Set<string>();
  let answers = 0;
  let phase: 'busy' | 'calm' | 'over' = 'busy';

  /** What became of a request whose answer was lost is unknown; whether it counted, the books will tell. */
  const heard = async <Answer>(request: Promise<Answer>): Promise<Answer | undefined> => {
    const answer = await request.catch(() => undefined);
    if (answer !== undefined) answers += 1;
    return answer;
  };

  const ride = async (customer: Person, number: number): Promise<void> => {
    for (let n = 0; phase === 'busy'; n += 1) {
      const trip = { pickup: spotAt(number + n), dropoff: spotAt(number + n + 1) };
      const idempotencyKey = `${customer.id}-${n}`;
      let requested = await heard(requestTaxi(customer, trip, { idempotencyKey }));
      while (!requested && phase === 'busy') {
        await wait(paceMs);
        requested = await heard(requestTaxi(customer, trip, { idempotencyKey }));
      }
      const id = requested?.booking?.id;
      if (id !== undefined) {
        told.add(id);
        if (n % 4 === 3) await heard(cancelTaxi(customer, id));
        while (phase === 'busy' && !ended.includes((await heard(showBooking(customer, id)))?.status ?? '')) {
          await wait(paceMs);
        }
      } else await wait(paceMs);
    }
  };

  const drive = async (driver: Person, number: number): Promise<void> => {
    const ignored = new Set<string>();
    while (phase !== 'over') {
      const duty = await heard(dutyOf(driver));
      if (duty?.status === 'OFFLINE') await heard(goOnline(driver, spotAt(number)));
      else if (duty?.offer) await answer(driver, duty.offer.id, ignored);
      else if (duty?.booking) await bring(driver, duty.booking);
      else if (Math.random() < 0.2) await heard(reportPosition(driver, spotAt(number)));
      await wait(paceMs);
    }
  };
  const answer = async (driver: Person, offerId: string, ignored: Set<string>): Promise<void> => {
    if (ignored.has(offerId)) return;
    const mood = phase === 'busy' ? Math.random() : 1;
    if (mood < 0.05) ignored.add(offerId);
    else if (mood < 0.25) await heard(declineRide(driver, offerId));
    else await heard(acceptRide(driver, offerId));
  };
  const bring = async (driver: Person, { id, status }: { id: string; status: string }): Promise<void> => {
    if (status !== 'IN_RIDE') await heard(startRide(driver, id));
    else await heard(endRide(driver, id));
  };

  const everybody = Promise.all([...customers.map(ride), ...drivers.map(drive)]);
  return {
    told,
    answers: () => answers,
    calmDown() {
      phase = 'calm';
    },
    async leave() {
      phase = 'over';
      await everybody;
    },
  };
}

/** What a driver has to do. @throws when nobody says */
async function dutyOf(driver: Person): Promise<Duty> {
  const { data } = await driver.ask<{ me: { driver: Duty | null } | null }>(
    '{ me { driver { status offer { id } booking { id status } } } }',
  );
  if (!data?.me?.driver) throw new Error('No answer.');
  return data.me.driver;
}
