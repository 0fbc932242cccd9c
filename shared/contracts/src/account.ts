import { z } from 'zod';
import { fact, id } from './fact.ts';

/** A member left Moa; what others keep of them as a person is to be erased. The id stays, and means nobody. */
export const MemberDeleted = fact('MemberDeleted', { memberId: id });

export const accountFact = z.discriminatedUnion('type', [MemberDeleted]);
export type AccountFact = z.infer<typeof accountFact>;
