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
  readonly planId: string;
  readonly recommendationId: string;
  readonly favoritePathId: string;
};

/** Makes a merchant who ordered their own dish and a taxi, both on the way, and plans trips. */
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
  const plans = await planTrips(person);
  const favoritePathId = await keepPath(person);
  const notificationId = await untilAllIsTold(person);
  const ids = { memberId: person.id, menuItemId, paymentMethodId, paymentId, orderId: order.id, deliveryId };
  return { person, ...ids, ...ride, ...plans, favoritePathId, notificationId };
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

/** A private plan, and one that was recommended. */
async function planTrips(person: Person): Promise<Pick<Victim, 'planId' | 'recommendationId'>> {
  const travelDate = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const wish = { location: '강릉', groupSize: 2, travelDate, budget: 600_000 };
  const { data } = await person.ask<{
    createPlan: { plan: { id: string } | null };
    requestRecommendation: { recommendation: { id: string } | null };
  }>(
    `mutation ($plan: CreatePlanInput!, $request: RequestRecommendationInput!) {
      createPlan(input: $plan) { plan { id } }
      requestRecommendation(input: $request) { recommendation { id } userErrors { code } }
    }`,
    { plan: wish, request: { ...wish, kind: 'PERSONAL', idempotencyKey: 'victim' } },
  );
  const [plan, recommendation] = [data?.createPlan.plan, data?.requestRecommendation.recommendation];
  if (!plan || !recommendation) throw new Error(`The victim could not plan: ${JSON.stringify(data)}`);
  return { planId: plan.id, recommendationId: recommendation.id };
}

async function keepPath(person: Person): Promise<string> {
  const { data } = await person.ask<{ addFavoritePath: { favoritePath: { id: string } | null } }>(
    'mutation { addFavoritePath(input: { from: "123", to: "122" }) { favoritePath { id } userErrors { code } } }',
  );
  const id = data?.addFavoritePath.favoritePath?.id;
  if (!id) throw new Error(`The victim could not keep a path: ${JSON.stringify(data)}`);
  return id;
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
    const awaited = ['ORDER_PAID', 'DELIVERY_ACCEPTED', 'TAXI_REQUESTED', 'TAXI_DISPATCHED', 'RECOMMENDATION_READY'];
    const isAll = awaited.every((kind) => kinds.includes(kind));
    return isAll && data.me.rideHistory.nodes[0]?.bookingStatus === 'DISPATCHED' && data.me.notifications.nodes[0]?.id;
  });
