import { demoMenu } from '@moa/db/demo';
import type { Member } from './member.ts';
import type { Shift } from './shift.ts';
import type { Watchers } from './watchers.ts';

/** Between two looks at one's order. */
const paceMs = 400;
/** How soon the one who changes their mind does so, at most. */
const regretMs = 1_500;

/** Orders, sometimes twice with one key, sometimes with regret; waits for the food, and watches. */
export async function dine(
  customer: Member,
  cards: readonly string[],
  shift: Shift,
  watchers: Watchers,
): Promise<void> {
  const { random } = customer;
  for (let n = 0; !shift.isOver(); n += 1) {
    await shift.untilBusy();
    const key = `${customer.id}-order-${n}`;
    const input = {
      lines: [{ menuItemId: random.pick(demoMenu).id, quantity: 1 + random.below(3) }],
      deliveryAddress: '서울 중구 세종대로 110',
      paymentMethodId: random.pick(cards),
    };
    const changesMind = random.fraction() < 0.3;
    const [id] = await Promise.all(
      Array.from({ length: random.fraction() < 0.1 ? 2 : 1 }, () => customer.insist('placeOrder', input, { key })),
    );
    if (id !== undefined) {
      watchers.watch(customer, 'orderChanged', id);
      if (changesMind) {
        await shift.rest(random.below(regretMs));
        await customer.wish('cancelOrder', { orderId: id }, { about: id });
      }
      while (!shift.isOver() && !(await hasEnded(customer, id))) await shift.rest(paceMs);
      if (random.fraction() < 0.2) await customer.wish('placeOrder', { ...input, idempotencyKey: key }, { key });
    }
    await shift.rest(paceMs);
  }
}

async function hasEnded(customer: Member, id: string): Promise<boolean> {
  const answer = await customer.read<{ order: { status: string } | null }>(`{ order(id: "${id}") { status } }`);
  return ['COMPLETED', 'CANCELLED'].includes(answer?.order?.status ?? '');
}
