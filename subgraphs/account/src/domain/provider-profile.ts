import { isEmail, normalizeEmail } from './email.ts';
import type { Member } from './member.ts';
import { isName, normalizeName } from './name.ts';

/** Who may vouch for a member. */
export type ProviderName = 'GOOGLE' | 'NAVER';

/** Whom a provider says somebody is. */
export type ProviderProfile = {
  readonly provider: ProviderName;
  /** The provider's own id of the person; it never changes and is never given to another. */
  readonly subject: string;
  /** As the provider wrote it; undefined when it gave none. */
  readonly email: string | undefined;
  /** Whether the provider has made sure that mail to this address reaches the person. */
  readonly emailIsVerified: boolean;
  readonly name: string | undefined;
};

const longestName = 40;
const namelessName = '회원';

/** Printable ASCII, at most 255 characters (OpenID Connect Core 1.0, 2). */
export const isSubject = (text: string): boolean => /^[\x21-\x7e]{1,255}$/.test(text);

/** Who joins on a provider's word: a MEMBER without a password or a stated age. Undefined when there is no e-mail address to join with. */
export function memberFrom(
  profile: ProviderProfile,
  { id, now }: { readonly id: string; readonly now: Date },
): Member | undefined {
  const email = normalizeEmail(profile.email ?? '');
  if (!isEmail(email)) return undefined;
  return { id, email, name: nameIn(profile), age: null, roles: ['MEMBER'], language: 'KO', createdAt: now };
}

/** Providers allow longer and stranger names than Moa does; nobody is turned away for theirs. */
function nameIn({ name = '' }: ProviderProfile): string {
  const shortened = normalizeName([...normalizeName(name)].slice(0, longestName).join(''));
  return isName(shortened) ? shortened : namelessName;
}
