import { z } from 'zod';
import { fact, id } from './fact.ts';

export const language = z.enum(['KO', 'EN']);
export type Language = z.infer<typeof language>;

const profile = { memberId: id, name: z.string(), language };

/** Somebody became a member. */
export const MemberJoined = fact('MemberJoined', profile);

/** A member's name or language is now this. */
export const MemberUpdated = fact('MemberUpdated', profile);

/** A member left Moa; what others keep of them as a person is to be erased. The id stays, and means nobody. */
export const MemberDeleted = fact('MemberDeleted', { memberId: id });

export const accountFact = z.discriminatedUnion('type', [MemberJoined, MemberUpdated, MemberDeleted]);
export type AccountFact = z.infer<typeof accountFact>;
