import type { EntityManager } from '@mikro-orm/postgresql';
import type { ProviderProfile } from '../domain/provider-profile.ts';

type Account = Pick<ProviderProfile, 'provider' | 'subject'>;

/** Holds off simultaneous sign-ins of the same person until the transaction ends. */
export async function lockProviderAccount(em: EntityManager, { provider, subject }: Account): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`${provider} ${subject}`]);
}

/** The id of the member whom this account of a provider belongs to. */
export async function findLinkedMemberId(
  em: EntityManager,
  { provider, subject }: Account,
): Promise<string | undefined> {
  const [row]: { readonly memberId: string }[] = await em.execute(
    'select member_id as "memberId" from linked_providers where provider = ? and subject = ?',
    [provider, subject],
  );
  return row?.memberId;
}

/** False when the member has another account of this provider already: its address has then been given to somebody new. */
export async function linkProvider(
  em: EntityManager,
  { provider, subject, emailIsVerified }: ProviderProfile,
  { memberId, now }: { readonly memberId: string; readonly now: Date },
): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `insert into linked_providers (provider, subject, member_id, email_verified, linked_at) values (?, ?, ?, ?, ?)
     on conflict (member_id, provider) do nothing returning subject`,
    [provider, subject, memberId, emailIsVerified, now],
  );
  return rows.length > 0;
}

/** What is known of a member's e-mail address: a provider vouched for it, one did not, or nobody has said anything yet. */
export async function standingOfAddress(
  em: EntityManager,
  memberId: string,
): Promise<'PROVEN' | 'UNVERIFIED' | 'CLAIMED'> {
  const rows: { readonly email_verified: boolean }[] = await em.execute(
    'select email_verified from linked_providers where member_id = ?',
    [memberId],
  );
  if (rows.some((row) => !row.email_verified)) return 'UNVERIFIED';
  return rows.length > 0 ? 'PROVEN' : 'CLAIMED';
}

/** Erases what providers said about a member. */
export async function forgetProviders(em: EntityManager, memberId: string): Promise<void> {
  await em.execute('delete from linked_providers where member_id = ?', [memberId]);
}
