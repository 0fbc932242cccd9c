import type { Member } from './member.ts';
import { placeAt } from './places.ts';
import type { Shift } from './shift.ts';

const paceMs = 400;

type Duty = {
  readonly status: string;
  readonly offer: { readonly id: string } | null;
  readonly booking: { readonly id: string; readonly status: string } | null;
};

/** Stays on duty, takes rides or leaves them to others, and drives. Once people are calm, takes every ride. */
export async function drive(driver: Member, shift: Shift): Promise<void> {
  const { random } = driver;
  const ignored = new Set<string>();
  const at = placeAt(random.below(4));
  while (!shift.isOver()) {
    const duty = await dutyOf(driver);
    if (duty?.status === 'OFFLINE') await driver.wish('goOnline', { latitude: at.latitude, longitude: at.longitude });
    else if (duty?.offer) {
      const { id } = duty.offer;
      const mood = shift.isBusy() ? random.fraction() : 1;
      if (mood < 0.03) ignored.add(id);
      else if (mood < 0.15) await driver.wish('declineRide', { offerId: id }, { about: id });
      else if (!ignored.has(id)) await driver.wish('acceptRide', { offerId: id }, { about: id });
    } else if (duty?.booking) {
      const { id, status } = duty.booking;
      await driver.wish(status === 'IN_RIDE' ? 'endRide' : 'startRide', { bookingId: id }, { about: id });
    } else if (duty) await report(driver, at);
    await shift.rest(paceMs);
  }
}

async function dutyOf(driver: Member): Promise<Duty | undefined> {
  const answer = await driver.read<{ me: { driver: Duty | null } | null }>(
    '{ me { driver { status offer { id } booking { id status } } } }',
  );
  return answer?.me?.driver ?? undefined;
}

/** Where the driver is. Nothing that has to be remembered. */
const report = (driver: Member, { latitude, longitude }: { latitude: number; longitude: number }) =>
  driver.read(
    `mutation { reportPosition(input: { latitude: ${latitude}, longitude: ${longitude} }) { userErrors { code } } }`,
  );
