import { drive, isAt, metersPerSecond, near, type Point } from './motion.ts';
import { change, follow, type Person, untilClosing } from './person.ts';
import { places } from './places.ts';
import { nextReply } from './plans.ts';
import { won } from './won.ts';

type Stop = Point & { readonly name: string };
type Booking = { readonly id: string; readonly status: string; readonly pickup: Stop; readonly dropoff: Stop };
type Offer = Pick<Booking, 'id' | 'status' | 'pickup' | 'dropoff'> & { readonly estimatedFare: number };

type Work =
  | { readonly kind: 'offline' }
  | { readonly kind: 'free'; readonly goal: Point }
  | { readonly kind: 'onTheWay' | 'riding'; readonly booking: Booking; readonly stopFollowing: () => void };

const bookingFields = `id status pickup { name latitude longitude } dropoff { name latitude longitude }`;
const offered = `subscription { rideOffered { ${bookingFields} estimatedFare } }`;
const changed = 'subscription ($id: ID!) { taxiBookingChanged(bookingId: $id) { status } }';

/** How often a car says where it is, in real seconds. */
const reportEvery = 1;
/** Between two tries to have a ride paid, in real seconds. */
const payAgainAfter = 5;

/** Drives a taxi until the city closes; then ends the ride that is under way, and goes offline. */
export async function driveTaxi(person: Person, number: number): Promise<void> {
  const { graph, count, say } = person;
  const way = person.randomFor('way');
  const goals = person.randomFor('goals');
  const replies = person.randomFor('replies');
  let at: Point = near(goals.pick(places), 400, goals);
  let work: Work = { kind: 'offline' };
  let offers: { readonly stop: () => void } | undefined;
  let lastOffer = '';
  let reply: Promise<void> = Promise.resolve();

  function become(next: Work): void {
    work = next;
    count({ kind: 'car', driver: graph.memberId, state: next.kind });
  }

  function wander(): void {
    if ('stopFollowing' in work) work.stopFollowing();
    become({ kind: 'free', goal: near(goals.pick(places), 800, goals) });
  }

  async function begin(): Promise<void> {
    const plate = `서울 ${30 + (number % 10)} 바 ${1000 + number}`;
    await change(person, 'registerDriver', { plate, phone: `010-0000-${1000 + number}` }, 'driver { status }');
    const { latitude, longitude } = at;
    const online = await change<{ driver: { booking: Booking | null } | null }>(
      person,
      'goOnline',
      { latitude, longitude },
      `driver { booking { ${bookingFields} } }`,
    );
    if (!online?.driver) return; // tried again a moment later
    offers ??= graph.watch<{ rideOffered: Offer | null }>(offered, {}, ({ rideOffered }) => {
      if (rideOffered?.status !== 'OPEN' || rideOffered.id === lastOffer) return;
      lastOffer = rideOffered.id;
      reply = untilClosing(person, consider(rideOffered));
    });
    say('is online');
    // Left behind by an earlier run of the city, or by an answer that was lost.
    if (online.driver.booking) take(online.driver.booking);
    else wander();
  }

  async function consider({ id, pickup, dropoff, estimatedFare }: Offer): Promise<void> {
    const { kind, afterSeconds } = nextReply(replies);
    count({ kind: 'reply', reply: kind });
    say(`${words[kind]} ${pickup.name} → ${dropoff.name}, about ${won(estimatedFare)}`);
    if (kind === 'ignore') return;
    await person.pause(afterSeconds);
    if (kind === 'decline') await change(person, 'declineRide', { offerId: id }, 'offer { status }');
    else {
      type Accepted = { booking: Booking | null };
      const accepted = await change<Accepted>(person, 'acceptRide', { offerId: id }, `booking { ${bookingFields} }`);
      if (accepted?.booking) take(accepted.booking);
      else if (!accepted) become({ kind: 'offline' }); // whether it counted is unknown; going online tells
    }
  }

  function take(booking: Booking): void {
    type Seen = { taxiBookingChanged: { status: string } | null };
    const following = follow<Seen>(person, changed, { id: booking.id }, ({ taxiBookingChanged }) => {
      const status = taxiBookingChanged?.status ?? '';
      if (status !== 'COMPLETED' && !status.startsWith('CANCELLED')) return 'goes on';
      if ('booking' in work && work.booking.id === booking.id) wander();
      return 'over';
    });
    const kind = booking.status === 'IN_RIDE' ? 'riding' : 'onTheWay';
    become({ kind, booking, stopFollowing: following.stop });
  }

  async function board(booking: Booking): Promise<void> {
    type Started = { booking: { status: string } | null };
    const started = await change<Started>(person, 'startRide', { bookingId: booking.id }, 'booking { status }');
    if (started?.booking?.status !== 'IN_RIDE' || work.kind !== 'onTheWay') return;
    become({ ...work, kind: 'riding' });
    say(`sets off from ${booking.pickup.name}`);
  }

  async function alight({ id, dropoff }: Booking): Promise<boolean> {
    type Ended = { booking: { status: string; bill: { fare: number } | null } | null };
    const ended = await change<Ended>(person, 'endRide', { bookingId: id }, 'booking { status bill { fare } }');
    if (ended?.booking?.status !== 'COMPLETED') return false;
    say(`arrives at ${dropoff.name}: ${won(ended.booking.bill?.fare ?? 0)}`);
    if ('booking' in work && work.booking.id === id) wander();
    return true;
  }

  async function move(goal: Point, seconds: number): Promise<void> {
    at = drive(at, goal, seconds * person.speed * metersPerSecond, way);
    const { latitude, longitude } = at;
    const reported = await change(person, 'reportPosition', { latitude, longitude }, 'position { at }');
    if (reported?.userErrors.some(({ code }) => code === 'OFFLINE')) become({ kind: 'offline' });
  }

  async function step(seconds: number): Promise<void> {
    if (work.kind === 'offline') return begin();
    const { kind } = work;
    const goal = goalOf(work);
    await move(goal, seconds);
    if (!isAt(at, goal) || work.kind !== kind) return;
    if (work.kind === 'free') wander();
    if (work.kind === 'onTheWay') await board(work.booking);
    else if (work.kind === 'riding' && !(await alight(work.booking))) await person.rest(payAgainAfter);
  }

  async function goHome(): Promise<void> {
    offers?.stop();
    await reply; // it may have brought a ride
    if (work.kind === 'riding') await alight(work.booking);
    if ('stopFollowing' in work) work.stopFollowing();
    if (work.kind !== 'offline') await change(person, 'goOffline', {}, 'driver { status }');
    become({ kind: 'offline' });
  }

  const driving = async (): Promise<never> => {
    let last = performance.now();
    for (;;) {
      await step((performance.now() - last) / 1000);
      last = performance.now();
      await person.rest(reportEvery);
    }
  };
  await untilClosing(person, driving());
  await goHome();
}

const words = { accept: 'accepts', decline: 'declines', ignore: 'does not answer' } as const;

function goalOf(work: Exclude<Work, { kind: 'offline' }>): Point {
  if (work.kind === 'free') return work.goal;
  return work.kind === 'onTheWay' ? work.booking.pickup : work.booking.dropoff;
}
