import { done, type Outcome } from '@moa/subgraph';
import type { Language, Member } from './member.ts';
import { normalizeName } from './name.ts';
import { faultsOfAge, faultsOfName, faultsOfPassword } from './profile.ts';
import type { ProfileRefusal } from './refusals.ts';

/** What is to become of an account; null or absent stays as it is. */
export type UpdateAccount = {
  readonly name?: string | null | undefined;
  readonly age?: number | null | undefined;
  readonly language?: Language | null | undefined;
  readonly password?: PasswordChange | null | undefined;
};

export type PasswordChange = {
  readonly current: string;
  readonly new: string;
  /** Of the session that goes on. */
  readonly refreshToken?: string | null | undefined;
};

/** What of a member changes. */
export type Profile = Partial<Pick<Member, 'name' | 'age' | 'language'>>;

/** The changes that were asked for, or everything that is wrong with them at once. */
export function decideUpdateAccount(command: UpdateAccount): Outcome<Profile, ProfileRefusal['code']> {
  const { age, language, password } = command;
  const name = command.name == null ? null : normalizeName(command.name);
  const refusals = [
    ...(name === null ? [] : faultsOfName(name)),
    ...(age == null ? [] : faultsOfAge(age)),
    ...(password == null ? [] : faultsOfPassword(password.new, 'password', 'new')),
  ];
  if (refusals.length > 0) return { kind: 'refused', refusals };
  return done({
    ...(name !== null && { name }),
    ...(age != null && { age }),
    ...(language != null && { language }),
  });
}
