import type { EntityManager } from '@mikro-orm/postgresql';
import { addMember } from '../persistence/members.ts';

/** From now on others may follow them. News of their leaving may have been faster, and stands. */
export const knowMember = (em: EntityManager, memberId: string): Promise<void> => addMember(em, memberId);
