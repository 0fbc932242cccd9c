import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import type { FactHandlers } from '@moa/outbox';
import { hearOfPlan } from '../actions/fan-out.ts';
import { forgetMember } from '../actions/forget-member.ts';
import { hearOfFollowing } from '../actions/hear-of-following.ts';
import { knowMember } from '../actions/know-member.ts';
import { type NotifyContext, notify } from '../actions/notify.ts';
import { type NewsType, news } from '../domain/news.ts';

/** What notification hears of others: almost all of it is news for somebody. */
export function factHandlers(context: NotifyContext): FactHandlers<'notification'> {
  const tell =
    <Type extends NewsType>(type: Type) =>
    (em: EntityManager, fact: FactOf<Type>) =>
      notify(em, news[type](fact), context);
  return {
    MemberJoined: knowMember,
    MemberUpdated: knowMember,
    MemberDeleted: (em, { memberId }) => forgetMember(em, memberId),
    MemberFollowed: (em, fact) => hearOfFollowing(em, fact, context),
    MemberUnfollowed: (em, fact) => hearOfFollowing(em, fact, context),
    PlanShared: hearOfPlan,
    PlanUnshared: hearOfPlan,
    PlanHearted: tell('PlanHearted'),
    RecommendationReady: tell('RecommendationReady'),
    RecommendationFailed: tell('RecommendationFailed'),
    TokensBought: tell('TokensBought'),
    OrderPaid: tell('OrderPaid'),
    OrderCompleted: tell('OrderCompleted'),
    OrderCancelled: tell('OrderCancelled'),
    PaymentRefunded: tell('PaymentRefunded'),
    DeliveryAccepted: tell('DeliveryAccepted'),
    DeliveryCancelled: tell('DeliveryCancelled'),
    TaxiRequested: tell('TaxiRequested'),
    TaxiDispatching: tell('TaxiDispatching'),
    RideOffered: tell('RideOffered'),
    TaxiDispatched: tell('TaxiDispatched'),
    RideStarted: tell('RideStarted'),
    RideCompleted: tell('RideCompleted'),
    TaxiCancelRequested: tell('TaxiCancelRequested'),
    TaxiCancelledByCustomer: tell('TaxiCancelledByCustomer'),
    TaxiCancelledBySystem: tell('TaxiCancelledBySystem'),
    RidePaymentRefused: tell('RidePaymentRefused'),
  };
}
