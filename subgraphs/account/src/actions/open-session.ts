import type { Member } from '../domain/member.ts';
import { type MemberView, ownViewOf } from '../domain/member-view.ts';
import { findSigningKey } from '../persistence/signing-keys.ts';
import { type AccessToken, signAccessToken } from '../tokens/access-token.ts';
import type { AccountContext } from './context.ts';

/** What somebody gets who has just shown who they are. */
export type Session = AccessToken & { readonly member: MemberView };

/** The one way in, however the member has shown it. */
export async function openSession({ em, clock, ids, tokenTerms }: AccountContext, member: Member): Promise<Session> {
  const key = await findSigningKey(em);
  if (!key) throw new Error('There is no signing key; the next start of account makes one.');
  const token = await signAccessToken(member, tokenTerms, { key, id: ids(), now: clock() });
  return { ...token, member: ownViewOf(member) };
}
