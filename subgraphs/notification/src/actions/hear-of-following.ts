import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import { news } from '../domain/news.ts';
import { putFollowing } from '../persistence/followers.ts';
import { holdMembers } from '../persistence/hold-members.ts';
import { type NotifyContext, notify } from './notify.ts';

/** Keeps who follows whom, and tells who is followed. Late facts change nothing. */
export async function hearOfFollowing(
  em: EntityManager,
  fact: FactOf<'MemberFollowed' | 'MemberUnfollowed'>,
  context: NotifyContext,
): Promise<void> {
  const gone = await holdMembers(em, [fact.followerId, fact.followeeId]);
  if (gone.size > 0) return;
  const following = fact.type === 'MemberFollowed';
  if (!(await putFollowing(em, { ...fact, following }))) return;
  if (fact.type === 'MemberFollowed') await notify(em, news.MemberFollowed(fact), context);
}
