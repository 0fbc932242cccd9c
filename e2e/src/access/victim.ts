import { accept, deliveryOf, placeOrder, untilOrder } from '../food.ts';
import type { Person } from '../person.ts';

/** Somebody with one of everything, and the ids of it all. */
export type Victim = {
  readonly person: Person;
  readonly memberId: string;
  readonly menuItemId: string;
  readonly paymentMethodId: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly deliveryId: string;
};

/** Makes a merchant who ordered their own dish: it is paid, and a courier is on the way with it. */
export async function victimOf(person: Person, courier: Person): Promise<Victim> {
  const { data } = await person.ask<{
    registerMenuItem: { menuItem: { id: string } };
    savePaymentMethod: { paymentMethod: { id: string } };
  }>(`mutation {
    registerMenuItem(input: { name: "피해자의 비빔밥", restaurant: "한상", price: 9000 }) { menuItem { id } }
    savePaymentMethod(input: { providerToken: "tok_ok" }) { paymentMethod { id } }
  }`);
  if (!data) throw new Error('The victim could not get ready.');
  const menuItemId = data.registerMenuItem.menuItem.id;
  const paymentMethodId = data.savePaymentMethod.paymentMethod.id;
  const { order } = await placeOrder(person, { lines: [{ menuItemId, quantity: 2 }], paymentMethodId });
  if (!order) throw new Error('The victim could not order.');
  const deliveryId = await deliveryOf(person, order.id);
  await accept(courier, deliveryId);
  await untilOrder(person, order.id, ({ progress }) => progress.courier !== null);
  const paid = await person.ask<{ order: { payment: { id: string } } }>(
    'query ($id: ID!) { order(id: $id) { payment { id } } }',
    { id: order.id },
  );
  const paymentId = paid.data?.order.payment.id ?? '';
  return { person, memberId: person.id, menuItemId, paymentMethodId, paymentId, orderId: order.id, deliveryId };
}
