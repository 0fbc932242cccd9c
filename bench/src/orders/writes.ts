import { randomInt, randomUUID } from 'node:crypto';
import { factQueue } from '@moa/outbox';
import { z } from 'zod';
import type { Scenario } from '../measure/compare.ts';
import { placeOrder } from './operations.ts';
import { requests } from './requests.ts';
import type { ServedTown } from './serve.ts';
import { receiving, settle } from './settle.ts';
import { customersOf, memberId } from './town.ts';

const placedOrder = z.object({ id: z.string(), total: z.number() });
type PlacedOrder = z.infer<typeof placedOrder>;
const answer = z.object({ placeOrder: z.object({ order: placedOrder, userErrors: z.array(z.unknown()).length(0) }) });

export const factScenario = 'a payment’s fact through the queue';

/** Orders by any of a town's members are placed, then paid: `batch` of each in a round. */
export function writes(batch: number): readonly Scenario<ServedTown>[] {
  const unpaid = new Map<ServedTown, PlacedOrder[]>();
  return [
    requests({
      name: 'placeOrder',
      plan: (town) => Array.from({ length: batch }, () => orderOf(town)),
      check(town, data) {
        const { order } = answer.parse(data).placeOrder;
        unpaid.set(town, [...(unpaid.get(town) ?? []), order]);
      },
    }),
    {
      name: factScenario,
      async measure(town) {
        const orders = unpaid.get(town) ?? [];
        unpaid.delete(town);
        return receivePayments(town, orders);
      },
    },
  ];
}

function orderOf({ town, menu }: ServedTown) {
  const dishes = new Set(Array.from({ length: randomInt(1, 4) }, () => menu[randomInt(menu.length)]?.id ?? ''));
  return placeOrder(memberId(randomInt(1, customersOf(town) + 1)), {
    lines: [...dishes].map((menuItemId) => ({ menuItemId, quantity: randomInt(1, 4) })),
    deliveryAddress: '서울특별시 중구 세종대로 110, 1203호',
    paymentMethodId: randomUUID(),
    idempotencyKey: randomUUID(),
  });
}

/** Milliseconds for each, from the first received to the last. */
async function receivePayments(town: ServedTown, orders: readonly PlacedOrder[]): Promise<number> {
  const run = `bench-${randomUUID()}`;
  const jobs = orders.map(({ id, total }, index) => ({
    id: `${run}-${index}`,
    name: 'PaymentCaptured',
    data: { type: 'PaymentCaptured', version: 1, orderId: id, paymentId: randomUUID(), amount: total },
  }));
  await town.jobs.add(factQueue('order'), jobs);
  const ms = await receiving(town, run, orders.length);
  await settle(town);
  const { rowCount } = await town.sql.query(`select /* bench */ from orders where id = any($1) and status = 'PAID'`, [
    orders.map(({ id }) => id),
  ]);
  if (rowCount !== orders.length) throw new Error(`Only ${rowCount} of ${orders.length} paid orders are PAID.`);
  return ms / (orders.length - 1);
}
