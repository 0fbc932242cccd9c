import { type Break, breakOf } from './break.ts';

const notification = 'subgraphs/notification/src';

/** News of that kind reaches nobody. */
const untold = (name: string, fact: string, handler = `tell('${fact}')`): Break =>
  breakOf(
    name,
    `notification does not hear of ${fact}`,
    `${notification}/events/facts.ts`,
    `${fact}: ${handler},`,
    `${fact}: async () => undefined,`,
  );

export const notificationBreaks: readonly Break[] = [
  breakOf(
    'told-once',
    'everybody is told everything twice',
    `${notification}/actions/notify.ts`,
    'drafts.map((draft) => ({ ...draft, id: ids(), createdAt })),',
    `drafts
      .flatMap((draft) => [draft, { ...draft, factKey: draft.factKey + ' again' }])
      .map((draft) => ({ ...draft, id: ids(), createdAt })),`,
  ),
  breakOf(
    'mailbox-counted',
    'what is unread is counted only the first time',
    `${notification}/persistence/add-notifications.ts`,
    'r.unread_count + excluded.unread_count end',
    'r.unread_count end',
  ),
  untold('order-news-told', 'OrderCompleted'),
  untold('ride-news-told', 'RideCompleted'),
  untold('fans-told', 'PlanShared', 'hearOfPlan'),
  breakOf(
    'known-followers-told',
    'the first follower is not told of a shared plan',
    `${notification}/actions/fan-out.ts`,
    'location: plan.location }, ids), context);',
    'location: plan.location }, ids.slice(1)), context);',
  ),
  breakOf(
    'followed-told',
    'nobody is told of their second follower',
    `${notification}/actions/hear-of-following.ts`,
    `if (fact.type === 'MemberFollowed') await`,
    `const known: unknown[] = await em.execute('select from followers where followee_id = ?', [fact.followeeId]);
  if (fact.type === 'MemberFollowed' && known.length < 2) await`,
  ),
  untold('hearts-told', 'PlanHearted'),
  untold('recommendations-told', 'RecommendationReady'),
  untold('purchases-told', 'TokensBought'),
];
