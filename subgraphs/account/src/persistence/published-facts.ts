import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Takes a member's name out of the facts that the outbox still keeps: for a day after they were received, or until there is
 * somebody to receive them. Few enough rows to read them all, for something so rare.
 */
export async function blankNameInFacts(em: EntityManager, memberId: string): Promise<void> {
  await em.execute(
    `update outbox set payload = payload || '{"name": ""}'
     where kind = 'fact' and topic in ('MemberJoined', 'MemberUpdated') and payload->>'memberId' = ?`,
    [memberId],
  );
}
