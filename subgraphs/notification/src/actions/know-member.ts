import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import { putProfile } from '../persistence/recipients.ts';

/** Learns what a member is called and reads. Late facts change nothing. */
export const knowMember = (em: EntityManager, fact: FactOf<'MemberJoined' | 'MemberUpdated'>): Promise<void> =>
  putProfile(em, fact);
