import { demoCrowd } from '@moa/db/demo';
import type { Role } from '@moa/identity';
import { untilOrder } from '../food.ts';
import type { Person } from '../person.ts';
import type { Ids } from './documents.ts';
import type { Victim } from './victim.ts';

/** What an attempt comes to, as outcomeOf words it; `anything` where it may be seen. */
export type Expected = string;
export const anything = 'anything';

export type Line = {
  /** The victim's id to try; for an entity the value of its key's only field. */
  readonly id: (victim: Victim) => string;
  /** For an entity whose key has several fields: all of them. */
  readonly by?: Readonly<Record<string, unknown>>;
  /** Ids that the field needs besides, by their places. */
  readonly besides?: (victim: Victim) => Ids;
  /** For a field on a type: the root field that gives the object by the id, and the fields on the way to it. */
  readonly through?: readonly [string, ...string[]];
  readonly nobody: Expected;
  /** Another member, whatever their role. */
  readonly another: Expected;
  /** But for those who hold this role. */
  readonly but?: Readonly<Partial<Record<Role, Expected>>>;
  /** Where the answer alone does not tell: what becomes of it. */
  readonly afterwards?: (attacker: Person, answer: unknown) => Promise<string>;
};

/** It is there for anybody. */
const open = { nobody: anything, another: anything } as const;
/** It is there for its people and for administrators, and for nobody else. */
const unseen = { nobody: 'null', another: 'null', but: { ADMIN: anything } } as const;

/** It is there for nobody but the member, not even for administrators. */
const secret = { nobody: 'null', another: 'null' } as const;
/** What is changed is another's, and so looks like nothing. */
const notMine = (code: string) => ({ nobody: 'UNAUTHENTICATED', another: code }) as const;

/** Only administrators change the network, which is everybody's. */
const forAdmins = (code: string) => ({ nobody: 'FORBIDDEN', another: 'FORBIDDEN', but: { ADMIN: code } }) as const;
/** 강남 and 역삼, and a line through them, by the ids of the data. */
const [station, otherStation, line] = ['123', '122', '2'] as const;

/** Every door of the public graph: see doorsOf. */
export const doors: Readonly<Record<string, Line>> = {
  'Query.member(id)': {
    id: ({ memberId }) => memberId,
    nobody: 'null',
    another: 'createdAt followedByMe followerCount followers following followingCount id name plans sharedPlans',
    but: { ADMIN: anything },
  },
  'Query.menuItem(id)': { id: ({ menuItemId }) => menuItemId, ...open },
  'Query.order(id)': { id: ({ orderId }) => orderId, ...unseen },
  'Query.delivery(id)': { id: ({ deliveryId }) => deliveryId, ...unseen },
  'Query.payment(id)': { id: ({ paymentId }) => paymentId, ...unseen },

  'Query.taxiBooking(id)': { id: ({ bookingId }) => bookingId, ...unseen },
  'Query.plan(id)': { id: ({ planId }) => planId, ...unseen },
  'Query.recommendation(id)': { id: ({ recommendationId }) => recommendationId, ...secret },

  'Query.station(id)': { id: () => station, ...open },
  'Query.subwayLine(id)': { id: () => line, ...open },
  'Query.subwayPath(from)': { id: () => station, besides: () => ({ to: otherStation }), ...open },
  'Query.subwayPath(to)': { id: () => station, besides: () => ({ from: otherStation }), ...open },

  'Member.orders': { id: ({ memberId }) => memberId, through: ['member'], ...unseen },
  'Member.deliveries': { id: ({ memberId }) => memberId, through: ['member'], ...unseen },
  'Member.payments': { id: ({ memberId }) => memberId, through: ['member'], ...unseen },
  'Member.taxiBookings': { id: ({ memberId }) => memberId, through: ['member'], ...unseen },
  'Member.rideHistory': { id: ({ memberId }) => memberId, through: ['member'], ...unseen },
  'Member.notifications': { id: ({ memberId }) => memberId, through: ['member'], ...secret },
  'Member.plans': { id: ({ memberId }) => memberId, through: ['member'], nobody: 'null', another: anything }, // those that they share
  'Member.heartedPlans': { id: ({ memberId }) => memberId, through: ['member'], ...secret },
  'Member.sharedPlans': { id: ({ memberId }) => memberId, through: ['member'], nobody: 'null', another: anything },
  'Member.followers': { id: ({ memberId }) => memberId, through: ['member'], nobody: 'null', another: anything },
  'Member.following': { id: ({ memberId }) => memberId, through: ['member'], nobody: 'null', another: anything },
  'Member.favoritePaths': { id: ({ memberId }) => memberId, through: ['member'], ...secret },
  'FavoritePath.path': { id: ({ memberId }) => memberId, through: ['member', 'favoritePaths', 'nodes'], ...secret },
  'SubwayPath.fare': {
    id: ({ memberId }) => memberId,
    through: ['member', 'favoritePaths', 'nodes', 'path'],
    ...secret,
  },
  'TokenAccount.entries': { id: ({ memberId }) => memberId, through: ['member', 'tokenAccount'], ...secret },

  'Mutation.setMenuItemSoldOut(input.menuItemId)': {
    id: ({ menuItemId }) => menuItemId,
    nobody: 'UNAUTHENTICATED',
    another: 'NOT_A_MERCHANT',
    but: { MERCHANT: 'MENU_ITEM_NOT_FOUND' },
  },
  'Mutation.placeOrder(input.lines.menuItemId)': {
    id: ({ menuItemId }) => menuItemId,
    nobody: 'UNAUTHENTICATED',
    another: 'order', // a menu is for everybody
  },
  'Mutation.placeOrder(input.paymentMethodId)': {
    id: ({ paymentMethodId }) => paymentMethodId,
    besides: ({ menuItemId }) => ({ 'input.lines.menuItemId': menuItemId }),
    nobody: 'UNAUTHENTICATED',
    another: 'CANCELLED REFUSED',
    afterwards: becomesOfOrder,
  },
  'Mutation.cancelOrder(input.orderId)': {
    id: ({ orderId }) => orderId,
    nobody: 'UNAUTHENTICATED',
    another: 'ORDER_NOT_FOUND',
  },
  'Mutation.acceptDelivery(input.deliveryId)': {
    id: ({ deliveryId }) => deliveryId,
    nobody: 'UNAUTHENTICATED',
    another: 'NOT_A_COURIER',
    but: { COURIER: 'DELIVERY_ALREADY_ACCEPTED' },
  },
  'Mutation.completeDelivery(input.deliveryId)': {
    id: ({ deliveryId }) => deliveryId,
    nobody: 'UNAUTHENTICATED',
    another: 'DELIVERY_NOT_FOUND',
    but: { ADMIN: 'NOT_ITS_COURIER' },
  },
  'Mutation.requestTaxi(input.paymentMethodId)': {
    id: ({ paymentMethodId }) => paymentMethodId,
    nobody: 'UNAUTHENTICATED',
    another: 'SAME_PLACE', // whose it is only pay can tell, when a ride is to be paid: pay's own tests
  },
  'Mutation.cancelTaxi(input.bookingId)': { id: ({ bookingId }) => bookingId, ...notMine('BOOKING_NOT_FOUND') },
  'Mutation.startRide(input.bookingId)': { id: ({ bookingId }) => bookingId, ...notMine('BOOKING_NOT_FOUND') },
  'Mutation.endRide(input.bookingId)': { id: ({ bookingId }) => bookingId, ...notMine('BOOKING_NOT_FOUND') },
  'Mutation.acceptRide(input.offerId)': { id: ({ offerId }) => offerId, ...notMine('OFFER_NOT_FOUND') },
  'Mutation.declineRide(input.offerId)': { id: ({ offerId }) => offerId, ...notMine('OFFER_NOT_FOUND') },
  'Mutation.markNotificationsRead(input.ids)': {
    id: ({ notificationId }) => notificationId,
    nobody: 'UNAUTHENTICATED',
    another: 'unreadCount', // passed over: what the victim sees stays as it was
  },
  'Mutation.buyTokens(input.paymentMethodId)': {
    id: ({ paymentMethodId }) => paymentMethodId,
    ...notMine('PAYMENT_METHOD_UNKNOWN'),
  },
  ...Object.fromEntries(
    ['updatePlan', 'deletePlan', 'sharePlan', 'unsharePlan', 'heartPlan', 'unheartPlan'].map((name) => [
      `Mutation.${name}(input.planId)`,
      { id: ({ planId }: Victim) => planId, ...notMine('PLAN_NOT_FOUND') },
    ]),
  ),
  // Everybody may follow everybody; somebody else is followed here, so that the victim's page stays as it is.
  'Mutation.follow(input.memberId)': {
    id: () => demoCrowd.members[0]?.id ?? '',
    nobody: 'UNAUTHENTICATED',
    another: 'followedMember member',
  },
  'Mutation.unfollow(input.memberId)': {
    id: () => demoCrowd.members[0]?.id ?? '',
    nobody: 'UNAUTHENTICATED',
    another: 'member unfollowedMember',
  },

  // Stations are everybody's.
  'Mutation.addFavoritePath(input.from)': {
    id: () => station,
    besides: () => ({ 'input.to': otherStation }),
    nobody: 'UNAUTHENTICATED',
    another: 'favoritePath',
  },
  'Mutation.addFavoritePath(input.to)': {
    id: () => station,
    besides: () => ({ 'input.from': otherStation }),
    nobody: 'UNAUTHENTICATED',
    another: 'favoritePath',
  },
  'Mutation.removeFavoritePath(input.id)': {
    id: ({ favoritePathId }) => favoritePathId,
    ...notMine('FAVORITE_NOT_FOUND'),
  },
  'Mutation.deleteStation(input.id)': { id: () => station, ...forAdmins('STATION_IN_USE') },
  // A small one, which nothing else here needs.
  'Mutation.deleteLine(input.id)': { id: () => 'U', ...forAdmins('deletedId') },
  'Mutation.createLine(input.upStationId)': { id: () => station, ...forAdmins('NAME_INVALID COLOR_INVALID') },
  'Mutation.createLine(input.downStationId)': { id: () => station, ...forAdmins('NAME_INVALID COLOR_INVALID') },
  'Mutation.addSection(input.lineId)': { id: () => line, ...forAdmins('STATION_NOT_FOUND STATION_NOT_FOUND') },
  'Mutation.addSection(input.upStationId)': { id: () => station, ...forAdmins('LINE_NOT_FOUND') },
  'Mutation.addSection(input.downStationId)': { id: () => station, ...forAdmins('LINE_NOT_FOUND') },
  'Mutation.removeStationFromLine(input.lineId)': { id: () => line, ...forAdmins('STATION_NOT_ON_LINE') },
  'Mutation.removeStationFromLine(input.stationId)': { id: () => station, ...forAdmins('LINE_NOT_FOUND') },

  'Subscription.orderChanged(orderId)': {
    id: ({ orderId }) => orderId,
    nobody: 'UNAUTHENTICATED',
    another: 'NOT_FOUND',
    but: { ADMIN: anything },
  },
  'Subscription.deliveryChanged(orderId)': {
    id: ({ orderId }) => orderId,
    nobody: 'UNAUTHENTICATED',
    another: 'null',
    but: { ADMIN: anything },
  },
  'Subscription.taxiBookingChanged(bookingId)': {
    id: ({ bookingId }) => bookingId,
    nobody: 'UNAUTHENTICATED',
    another: 'NOT_FOUND',
    but: { ADMIN: anything },
  },
  'Subscription.taxiPosition(bookingId)': {
    id: ({ bookingId }) => bookingId,
    nobody: 'UNAUTHENTICATED',
    another: 'null',
    but: { ADMIN: anything },
  },
  'Subscription.recommendationChanged(recommendationId)': {
    id: ({ recommendationId }) => recommendationId,
    ...notMine('NOT_FOUND'),
  },
  'Subscription.notificationAdded(after)': {
    id: ({ notificationId }) => notificationId,
    nobody: 'UNAUTHENTICATED',
    another: 'BAD_USER_INPUT',
  },
};

/** No more than the id that was asked with. */
const onlyItsId = { nobody: 'id', another: 'id', but: { ADMIN: anything } } as const;
/** A subgraph that only points at what is another's has nothing of it to give. */
const stub = { nobody: 'id', another: 'id' } as const;

/** Nothing comes of a key by which the router never asks there. */
export const unresolved = { nobody: 'INTERNAL_SERVER_ERROR', another: 'INTERNAL_SERVER_ERROR' } as const;
const cityHall = { latitude: 37.5663, longitude: 126.9779 };

/** Every key of every subgraph, as the router may ask by it: `subgraph: Type(key)`. */
export const entities: Readonly<Record<string, Line>> = {
  'account: Member(id)': {
    id: ({ memberId }) => memberId,
    nobody: 'null',
    another: 'createdAt id name',
    but: { ADMIN: anything },
  },
  'order: MenuItem(id)': { id: ({ menuItemId }) => menuItemId, ...open },
  'order: Order(id)': { id: ({ orderId }) => orderId, ...unseen },
  'order: Member(id)': { id: ({ memberId }) => memberId, ...onlyItsId },
  'delivery: Delivery(id)': { id: ({ deliveryId }) => deliveryId, ...unseen },
  'delivery: Order(id)': { id: ({ orderId }) => orderId, ...onlyItsId },
  'delivery: Member(id)': { id: ({ memberId }) => memberId, ...onlyItsId },
  'pay: Payment(id)': { id: ({ paymentId }) => paymentId, ...unseen },
  'pay: Order(id)': { id: ({ orderId }) => orderId, ...onlyItsId },
  'pay: TaxiBooking(id)': { id: ({ bookingId }) => bookingId, ...stub },
  'pay: Member(id)': { id: ({ memberId }) => memberId, ...onlyItsId },
  'pay: Recommendation(id)': { id: ({ recommendationId }) => recommendationId, ...stub },
  'taxi: TaxiBooking(id)': { id: ({ bookingId }) => bookingId, ...unseen },
  'taxi: Payment(id)': { id: ({ paymentId }) => paymentId, ...stub },
  'taxi: Member(id)': { id: ({ memberId }) => memberId, ...onlyItsId },
  'notification: Notification(id)': { id: ({ notificationId }) => notificationId, ...secret },
  'notification: Plan(id)': { id: ({ planId }) => planId, ...stub },
  'notification: Order(id)': { id: ({ orderId }) => orderId, ...stub },
  'notification: TaxiBooking(id)': { id: ({ bookingId }) => bookingId, ...stub },
  'notification: Member(id)': { id: ({ memberId }) => memberId, nobody: 'id', another: 'id' },
  'plan: Plan(id)': { id: ({ planId }) => planId, ...unseen },
  'plan: Recommendation(id)': { id: ({ recommendationId }) => recommendationId, ...secret },
  'plan: Member(id)': {
    id: ({ memberId }) => memberId,
    nobody: 'id plans sharedPlans',
    another: 'id plans sharedPlans',
  },
  'plan: ItineraryStop(latitude longitude)': { id: () => '', by: cityHall, ...unresolved },
  'taxi: TaxiPlace(latitude longitude)': { id: () => '', by: cityHall, ...unresolved },
  'subway: Station(id)': { id: () => station, ...open },
  'subway: SubwayLine(id)': { id: () => line, ...open },
  'subway: ItineraryStop(latitude longitude)': { id: () => '', by: cityHall, ...open },
  'subway: TaxiPlace(latitude longitude)': { id: () => '', by: cityHall, ...open },
  'subway: Member(id)': { id: ({ memberId }) => memberId, ...onlyItsId },
  'follow: Member(id)': { id: ({ memberId }) => memberId, nobody: anything, another: anything },
};

/** An order with a payment method of somebody else is taken, since order can't tell whose it is, and refused by pay. */
async function becomesOfOrder(attacker: Person, answer: unknown): Promise<string> {
  const { order } = answer as { order: { id: string } }; // placeOrder's payload, as the outcome before has shown
  const { status, payment } = await untilOrder(attacker, order.id, (seen) => seen.status === 'CANCELLED');
  return `${status} ${payment?.status}`;
}
