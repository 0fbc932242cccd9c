import type { EntityManager } from '@mikro-orm/postgresql';
import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { Member } from '../domain/member.ts';
import { memberFrom, type ProviderProfile } from '../domain/provider-profile.ts';
import { type FinishProviderSignInRefusal, finishProviderSignInRefusals } from '../domain/provider-refusals.ts';
import {
  findLinkedMemberId,
  linkProvider,
  lockProviderAccount,
  standingOfAddress,
} from '../persistence/linked-providers.ts';
import { findCredentials, lockMember, removePassword } from '../persistence/members.ts';
import { takeProviderSignIn } from '../persistence/provider-sign-ins.ts';
import { lockOpenSessionsOf } from '../persistence/sessions.ts';
import { hashOfState } from '../providers/authorization-secrets.ts';
import type { AccountContext } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { join } from './join.ts';
import { openSession, type Session } from './open-session.ts';

type Code = FinishProviderSignInRefusal['code'];
const refuse = refusalsFrom(finishProviderSignInRefusals);

/** Takes what the browser brought back. The sign-in is used up before the provider is asked: a replay finds nothing. */
export async function finishProviderSignIn(
  context: AccountContext,
  { state, code }: { readonly state: string; readonly code: string },
): Promise<Outcome<Session, Code>> {
  const begun = await context.transaction((em) => takeProviderSignIn(em, hashOfState(state)));
  const provider = begun && context.providers.find(begun.provider);
  if (!provider || begun.expiresAt <= context.clock()) return refused(refuse('SIGN_IN_EXPIRED', 'state'));
  const { redirectUri, nonce, verifier } = begun;
  const answer = await provider.profileFor({ redirectUri, nonce, verifier, state, code });
  switch (answer.kind) {
    case 'refused':
      return refused(refuse('PROVIDER_REFUSED'));
    case 'unavailable':
      return refused(refuse('PROVIDER_UNAVAILABLE'));
    case 'answered': {
      const found = await context.transaction((em) => memberOf(em, answer.value, context));
      context.revocations.announce();
      return found.kind === 'done' ? done(await openSession(context, found.value)) : found;
    }
  }
}

/** The member whom the provider knows by this subject; at the first time, one who is linked now or joins now. */
async function memberOf(
  em: EntityManager,
  profile: ProviderProfile,
  context: AccountContext,
): Promise<Outcome<Member, Code>> {
  await lockProviderAccount(em, profile);
  const knownId = await findLinkedMemberId(em, profile);
  if (knownId) {
    const known = await lockMember(em, knownId, 'share');
    return known ? done(known.member) : refused(refuse('PROVIDER_REFUSED'));
  }
  const now = context.clock();
  const newcomer = memberFrom(profile, { id: context.ids(), now });
  if (!newcomer) return refused(refuse('PROVIDER_REFUSED'));
  // Joining comes first: when it fails, the one who has the address is there to be found, however close the race.
  if (await join(em, newcomer)) {
    await linkProvider(em, profile, { memberId: newcomer.id, now });
    return done(newcomer);
  }
  const owner = await findCredentials(em, newcomer.email);
  const linked = owner && (await linkToOwner(em, owner.member.id, profile, context));
  return linked ? done(linked) : refused(refuse('EMAIL_TAKEN'));
}

/**
 * Links a provider that has verified the address to the member who has it. Whoever joined with the address and a password
 * never proved that it is theirs: the first one who does takes the account over, and the password and the sessions end.
 */
async function linkToOwner(
  em: EntityManager,
  memberId: string,
  profile: ProviderProfile,
  context: AccountContext,
): Promise<Member | null> {
  const held = profile.emailIsVerified ? await lockMember(em, memberId, 'update') : null;
  const standing = held && (await standingOfAddress(em, memberId));
  if (!held || standing === 'UNVERIFIED') return null;
  if (!(await linkProvider(em, profile, { memberId, now: context.clock() }))) return null;
  if (standing === 'CLAIMED') {
    await removePassword(em, memberId);
    await endSessions(em, await lockOpenSessionsOf(em, memberId), { because: 'ADDRESS_PROVEN', context });
  }
  return held.member;
}
