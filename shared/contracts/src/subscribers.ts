import { z } from 'zod';
import { accountFact } from './account.ts';
import { deliveryFact } from './delivery.ts';
import { followFact } from './follow.ts';
import { orderFact } from './order.ts';
import { payFact } from './pay.ts';
import { planFact } from './plan.ts';
import { taxiFact } from './taxi.ts';

const anyFact = z.discriminatedUnion('type', [
  accountFact,
  orderFact,
  payFact,
  deliveryFact,
  taxiFact,
  followFact,
  planFact,
]);

/** Every fact that any subgraph publishes. */
export type Fact = z.infer<typeof anyFact>;
export type FactType = Fact['type'];
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>;

export const subgraphs = [
  'account',
  'order',
  'delivery',
  'pay',
  'taxi',
  'notification',
  'plan',
  'follow',
  'subway',
] as const;
export type SubgraphName = (typeof subgraphs)[number];

/** Reads that are kept up to date from facts by a worker of their own, beside the subgraph that shows them. */
export const views = ['ride-history'] as const;
export type Subscriber = SubgraphName | (typeof views)[number];

/** Who hears of what: the whole conversation between the subgraphs on one page. */
export const subscribers = {
  MemberJoined: ['pay', 'follow', 'notification'],
  MemberUpdated: ['notification'],
  MemberDeleted: ['order', 'delivery', 'pay', 'taxi', 'plan', 'follow', 'subway', 'notification', 'ride-history'],
  OrderPlaced: ['pay'],
  OrderPaid: ['delivery', 'notification'],
  OrderCompleted: ['notification'],
  OrderCancelled: ['pay', 'notification'],
  PaymentCaptured: ['order'],
  PaymentRefused: ['order'],
  PaymentRefunded: ['order', 'notification'],
  DeliveryStarted: ['order'],
  DeliveryAccepted: ['order', 'notification'],
  DeliveryCompleted: ['order'],
  DeliveryCancelled: ['order', 'notification'],
  TaxiRequested: ['ride-history', 'notification'],
  TaxiDispatching: ['ride-history', 'notification'],
  RideOffered: ['notification'],
  TaxiDispatched: ['ride-history', 'notification'],
  RideStarted: ['ride-history', 'notification'],
  RideBilled: ['ride-history'],
  RideCompleted: ['ride-history', 'notification'],
  TaxiCancelRequested: ['ride-history', 'notification'],
  TaxiCancelledByCustomer: ['ride-history', 'notification'],
  TaxiCancelledBySystem: ['ride-history', 'notification'],
  RidePaid: ['taxi', 'ride-history'],
  RidePaymentRefused: ['taxi', 'ride-history', 'notification'],
  TokensBought: ['notification'],
  MemberFollowed: ['plan', 'notification'],
  MemberUnfollowed: ['plan', 'notification'],
  PlanShared: ['notification'],
  PlanUnshared: ['notification'],
  PlanHearted: ['notification'],
  RecommendationReady: ['pay', 'notification'],
  RecommendationFailed: ['pay', 'notification'],
} as const satisfies Record<FactType, readonly Subscriber[]>;

export const isFactType = (text: string): text is FactType => Object.hasOwn(subscribers, text);

/** The types of fact that `Name` hears of. */
export type HeardBy<Name extends Subscriber> = {
  [Type in FactType]: Name extends (typeof subscribers)[Type][number] ? Type : never;
}[FactType];

/** @throws ZodError when the value is no fact that this version of Moa knows */
export const parseFact = (value: unknown): Fact => anyFact.parse(value);
