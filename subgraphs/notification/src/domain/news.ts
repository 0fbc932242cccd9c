import type { AccountFact, HeardBy } from '@moa/contracts';
import type { News } from './draft.ts';
import { orderNews } from './order-news.ts';
import { planNews } from './plan-news.ts';
import { taxiNews } from './taxi-news.ts';

/** The facts of which those are told whom they name. The others say whom and how to tell. */
export type NewsType = Exclude<
  HeardBy<'notification'>,
  AccountFact['type'] | 'MemberUnfollowed' | 'PlanShared' | 'PlanUnshared'
>;

/** A fact that is heard of and has no news here does not compile. */
export const news: News<NewsType> = { ...orderNews, ...taxiNews, ...planNews };
