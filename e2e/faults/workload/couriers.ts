import type { Member } from './member.ts';
import type { Shift } from './shift.ts';

const paceMs = 500;

type Deliveries = { nodes: { id: string }[] } | null;

/** Brings whatever waits for a courier, and what was taken on and not brought before something broke. */
export async function deliver(courier: Member, shift: Shift): Promise<void> {
  while (!shift.isOver()) {
    for (const { id } of await toBring(courier)) {
      if (shift.isOver()) return;
      const outcome = await courier.wish('acceptDelivery', { deliveryId: id }, { about: id });
      if (outcome.kind === 'accepted') await courier.wish('completeDelivery', { deliveryId: id }, { about: id });
    }
    await shift.rest(paceMs);
  }
}

async function toBring(courier: Member): Promise<readonly { id: string }[]> {
  const answer = await courier.read<{ openDeliveries: Deliveries; me: { deliveries: Deliveries } | null }>(
    '{ openDeliveries(first: 20) { nodes { id } } me { deliveries(first: 20, status: STARTED) { nodes { id } } } }',
  );
  return [answer?.me?.deliveries, answer?.openDeliveries].flatMap((list) => list?.nodes ?? []);
}
