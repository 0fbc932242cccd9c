import { until } from '@moa/testing';
import { accept, deliveryOf, placeOrder, untilOrder } from '../food.ts';
import type { Person } from '../person.ts';
import { acceptRide, goOnline, registerDriver, requestTaxi, untilOffered } from '../taxi.ts';

/** Somebody with one of everything, and the ids of it all. */
export type Victim = {
  readonly person: Person;
  readonly memberId: string;
  readonly menuItemId: string;
  readonly paymentMethodId: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly deliveryId: string;
  readonly bookingId: string;
  readonly offerId: string;
  readonly notificationId: string;
};

/** Makes a merchant who ordered their own dish and a taxi: a courier is on the way with the dish, and a driver with the car. */
export async function victimOf(person: Person, courier: Person, driver: Person): Promise<Victim> {
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
  const ride = await bookTaxi(person, driver);
  const notificationId = await untilAllIsTold(person);
  const ids = { memberId: person.id, menuItemId, paymentMethodId, paymentId, orderId: order.id, deliveryId };
  return { person, ...ids, ...ride, notificationId };
}

const cityHall = { name: '시청', latitude: 37.5663, longitude: 126.9779 };
const gangnam = { name: '강남역', latitude: 37.4979, longitude: 127.0276 };

/** A ride whose driver is on the way. */
async function bookTaxi(customer: Person, driver: Person): Promise<Pick<Victim, 'bookingId' | 'offerId'>> {
  await registerDriver(driver, '서울 31 바 1234');
  await goOnline(driver, cityHall);
  const { booking } = await requestTaxi(customer, { pickup: cityHall, dropoff: gangnam });
  if (!booking) throw new Error('The victim could not get a taxi.');
  const offerId = await untilOffered(driver);
  await acceptRide(driver, offerId);
  return { bookingId: booking.id, offerId };
}

type Told = {
  notifications: { nodes: { id: string; kind: string }[] };
  rideHistory: { nodes: { bookingStatus: string }[] };
};

/** News takes a moment. Until all of it has come, what the victim sees would change by itself. Gives the newest one's id. */
const untilAllIsTold = (person: Person): Promise<string> =>
  until(async () => {
    const { data } = await person.ask<{ me: Told }>(
      '{ me { notifications { nodes { id kind } } rideHistory { nodes { bookingStatus } } } }',
    );
    if (!data) return false;
    const kinds = data.me.notifications.nodes.map(({ kind }) => kind);
    const awaited = ['ORDER_PAID', 'DELIVERY_ACCEPTED', 'TAXI_REQUESTED', 'TAXI_DISPATCHING', 'TAXI_DISPATCHED'];
    const isAll = awaited.every((kind) => kinds.includes(kind));
    return isAll && data.me.rideHistory.nodes[0]?.bookingStatus === 'DISPATCHED' && data.me.notifications.nodes[0]?.id;
  });
