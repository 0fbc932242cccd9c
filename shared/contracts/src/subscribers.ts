import { z } from 'zod';
import { accountFact } from './account.ts';
import { deliveryFact } from './delivery.ts';
import { orderFact } from './order.ts';
import { payFact } from './pay.ts';

const anyFact = z.discriminatedUnion('type', [accountFact, orderFact, payFact, deliveryFact]);

/** Every fact that any subgraph publishes. */
export type Fact = z.infer<typeof anyFact>;
export type FactType = Fact['type'];
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>;

export const subgraphs = ['account', 'order', 'delivery', 'pay'] as const;
export type SubgraphName = (typeof subgraphs)[number];

/** Who hears of what: the whole conversation between the subgraphs on one page. */
export const subscribers = {
  MemberDeleted: ['order', 'delivery', 'pay'],
  OrderPlaced: ['pay'],
  OrderPaid: ['delivery'],
  OrderCompleted: [],
  OrderCancelled: ['pay'],
  PaymentCaptured: ['order'],
  PaymentRefused: ['order'],
  PaymentRefunded: ['order'],
  DeliveryStarted: ['order'],
  DeliveryAccepted: ['order'],
  DeliveryCompleted: ['order'],
  DeliveryCancelled: ['order'],
} as const satisfies Record<FactType, readonly SubgraphName[]>;

export const isFactType = (text: string): text is FactType => Object.hasOwn(subscribers, text);

/** The types of fact that `Name` hears of. */
export type HeardBy<Name extends SubgraphName> = {
  [Type in FactType]: Name extends (typeof subscribers)[Type][number] ? Type : never;
}[FactType];

/** @throws ZodError when the value is no fact that this version of Moa knows */
export const parseFact = (value: unknown): Fact => anyFact.parse(value);
