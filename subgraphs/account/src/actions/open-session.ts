import { graphError } from '@moa/subgraph';
import type { Member } from '../domain/member.ts';
import { type MemberView, ownViewOf } from '../domain/member-view.ts';
import { lockMember } from '../persistence/members.ts';
import { addSession } from '../persistence/sessions.ts';
import { findCurrentKey } from '../persistence/signing-keys.ts';
import { type AccessToken, signAccessToken } from '../tokens/access-token.ts';
import { generateRefreshToken, hashRefreshToken, refreshTokenExpiry } from '../tokens/refresh-token.ts';
import type { AccountContext } from './context.ts';

/** What somebody gets who has just shown who they are. */
export type Session = AccessToken & { readonly refreshToken: string; readonly member: MemberView };

/**
 * The one way in, however the member has shown it. `shown`: the hash of the password, if that was how.
 * @throws UNAUTHENTICATED when the member left, or changed that password, a moment ago
 */
export async function openSession(
  context: AccountContext,
  { id: memberId }: Pick<Member, 'id'>,
  shown?: string,
): Promise<Session> {
  const { transaction, clock, ids } = context;
  const id = ids();
  const now = clock();
  const refreshToken = generateRefreshToken();
  const member = await transaction(async (em) => {
    // Who changes the password or leaves ends the sessions that there are by then: this one comes before, or not at all.
    const found = await lockMember(em, memberId, 'share');
    if (!found || (shown !== undefined && found.hash !== shown)) throw graphError('UNAUTHENTICATED');
    const unused = { hash: hashRefreshToken(refreshToken), expiresAt: refreshTokenExpiry(now) };
    await addSession(em, { id, memberId, unused, now });
    return found.member;
  });
  return sessionWith(context, { id, refreshToken, member, now });
}

type Opened = {
  readonly id: string;
  readonly refreshToken: string;
  readonly member: Member;
  /** From before the session was stored: its access token expires before the revocation of whoever ends it is forgotten. */
  readonly now: Date;
};

/** The session as its holder gets it, with an access token that says what the member may be as of now. */
export async function sessionWith(
  { em, ids, tokenTerms }: AccountContext,
  { id, refreshToken, member, now }: Opened,
): Promise<Session> {
  const key = await findCurrentKey(em);
  if (!key) throw new Error('There is no signing key; the next start of account makes one.');
  const token = await signAccessToken(member, tokenTerms, { key, id: ids(), sessionId: id, now });
  return { ...token, refreshToken, member: ownViewOf(member) };
}
