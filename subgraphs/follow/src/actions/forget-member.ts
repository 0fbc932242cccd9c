import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { markDeleted } from '../persistence/members.ts';
import { endFollowsJob } from './end-follows.ts';

/**
 * A member deleted their account: from now on nobody follows them and they follow nobody. Whom they leave behind is more than
 * one transaction can bear, so jobs see to it. Runs in the transaction that notes the fact as received.
 */
export async function forgetMember(em: EntityManager, memberId: string): Promise<void> {
  await markDeleted(em, memberId);
  await send(em, [endFollowsJob(memberId)]);
}
