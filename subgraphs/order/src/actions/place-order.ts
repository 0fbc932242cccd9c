import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { Order } from '../domain/order.ts';
import { type OrderView, viewOf } from '../domain/order-view.ts';
import { decidePlaceOrder, type PlaceOrder } from '../domain/place.ts';
import { type PlaceOrderRefusal, placeOrderRefusals } from '../domain/refusals.ts';
import { findMenuItemsById } from '../persistence/menu.ts';
import { findOrderView, putOrderView } from '../persistence/order-views.ts';
import { addOrder, findByIdempotencyKey } from '../persistence/orders.ts';
import type { OrderContext } from './context.ts';
import { liveView } from './save.ts';

type Result = Outcome<OrderView, PlaceOrderRefusal['code']>;

const refuse = refusalsFrom(placeOrderRefusals);

/** Takes an order, whatever else is down: payment and delivery follow by events. */
export async function placeOrder(context: OrderContext, command: PlaceOrder): Promise<Result> {
  const customerId = memberId(context.viewer);
  const requestHash = hashOf(command);
  const earlier = await findByIdempotencyKey(context.em, customerId, command.idempotencyKey);
  if (earlier) return repeated(context.em, earlier, requestHash);

  const menu = await findMenuItemsById(
    context.em,
    command.lines.map(({ menuItemId }) => menuItemId),
  );
  const placement = {
    id: context.ids(),
    customerId,
    now: context.clock(),
    menu: new Map(menu.map((dish) => [dish.id, dish])),
  };
  const decision = decidePlaceOrder(command, placement);
  if (decision.kind === 'refused') return decision;
  const order = decision.value;
  const view = viewOf(order);

  return context.transaction(async (em): Promise<Result> => {
    if (!(await addOrder(em, order, { key: command.idempotencyKey, requestHash }))) {
      const twin = await findByIdempotencyKey(em, customerId, command.idempotencyKey);
      if (!twin) throw new Error('An order with this key exists and yet it does not.');
      return repeated(em, twin, requestHash);
    }
    await putOrderView(em, view);
    await send(em, [{ kind: 'fact', fact: placed(order) }, liveView(view)]);
    return done(view);
  });
}

/** The same request gets the same order, as it is by now; another one gets nothing. */
async function repeated(
  em: EntityManager,
  earlier: { orderId: string; requestHash: string },
  requestHash: string,
): Promise<Result> {
  if (earlier.requestHash !== requestHash) return refused(refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'));
  const view = await findOrderView(em, earlier.orderId);
  if (!view) throw new Error(`The order ${earlier.orderId} has no view.`);
  return done(view);
}

const placed = ({ id, customerId, paymentMethodId, total, version }: Order) =>
  ({ type: 'OrderPlaced', orderId: id, customerId, paymentMethodId, total, version }) as const;

/** Field by field, so that the order of keys in the client's JSON makes no difference. */
function hashOf({ lines, deliveryAddress, paymentMethodId }: PlaceOrder): string {
  const request = [lines.map(({ menuItemId, quantity }) => [menuItemId, quantity]), deliveryAddress, paymentMethodId];
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}
