import { change, follow, orClosing, type Person } from './person.ts';
import type { Place } from './places.ts';
import type { Plan } from './plans.ts';
import { won } from './won.ts';

type Dish = { readonly id: string; readonly name: string; readonly soldOut: boolean };
type Order = { readonly id: string; readonly status: string; readonly total: number };
type Circumstances = { readonly at: Place; readonly paymentMethodId: string };

const fields = 'id status total';

/** Looks for a dish, orders it, and waits for it; where nothing of that kind is on the menu, nothing is eaten. */
export async function eatMeal(
  person: Person,
  { search, taste, quantity, cancelAfterSeconds }: Extract<Plan, { kind: 'meal' }>,
  { at, paymentMethodId }: Circumstances,
): Promise<void> {
  const menu = await person.graph.ask<{ menuItems: { nodes: readonly Dish[] } }>(
    'query ($search: String!) { menuItems(search: $search, first: 20) { nodes { id name soldOut } } }',
    { search },
  );
  const dishes = menu?.menuItems.nodes.filter(({ soldOut }) => !soldOut) ?? [];
  const dish = dishes[Math.floor(taste * dishes.length)];
  if (!dish) return;
  const placed = await change<{ order: Order | null }>(
    person,
    'placeOrder',
    {
      lines: [{ menuItemId: dish.id, quantity }],
      deliveryAddress: at.name,
      paymentMethodId,
      idempotencyKey: crypto.randomUUID(),
    },
    `order { ${fields} }`,
  );
  if (!placed?.order) return;
  person.say(`orders ${quantity} × ${dish.name} to ${at.name}, ${won(placed.order.total)}`);
  await followOrder(person, placed.order, cancelAfterSeconds);
}

/** An order goes on when the city closes: the restaurant cooks on. */
async function followOrder(person: Person, first: Order, cancelAfterSeconds: number | null): Promise<void> {
  const { count, say } = person;
  let last = first;
  const see = (order: Order): 'goes on' | 'over' => {
    if (order.status !== last.status) say(`sees the order ${order.status}`);
    last = order;
    count({ kind: 'order', ...order });
    return isOver(order) ? 'over' : 'goes on';
  };
  see(first);
  const meal = follow<{ orderChanged: Order | null }>(
    person,
    `subscription ($id: ID!) { orderChanged(orderId: $id) { ${fields} } }`,
    { id: first.id },
    ({ orderChanged }) => (orderChanged ? see(orderChanged) : 'goes on'),
  );
  try {
    if (cancelAfterSeconds !== null) await Promise.race([meal.over, person.pause(cancelAfterSeconds)]);
    if (cancelAfterSeconds !== null && !isOver(last))
      await change(person, 'cancelOrder', { orderId: first.id }, 'order { status }');
    await orClosing(person, meal.over);
  } finally {
    meal.stop();
  }
}

const isOver = ({ status }: Order): boolean => status === 'COMPLETED' || status === 'CANCELLED';
