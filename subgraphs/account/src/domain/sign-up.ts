import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { isEmail, normalizeEmail } from './email.ts';
import type { Member } from './member.ts';
import { normalizeName } from './name.ts';
import { faultsOfAge, faultsOfName, faultsOfPassword } from './profile.ts';
import { type SignUpRefusal, signUpRefusals } from './refusals.ts';

export type SignUp = {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly age: number;
};

const refuse = refusalsFrom(signUpRefusals);

/** Whoever signs up becomes a MEMBER and nothing else; or everything that is wrong with the command at once. */
export function decideSignUp(
  command: SignUp,
  { id, now }: { readonly id: string; readonly now: Date },
): Outcome<Member, SignUpRefusal['code']> {
  const { age } = command;
  const email = normalizeEmail(command.email);
  const name = normalizeName(command.name);
  const refusals = [
    ...(isEmail(email) ? [] : [refuse('EMAIL_INVALID', 'email')]),
    ...faultsOfPassword(command.password, 'password'),
    ...faultsOfName(name),
    ...faultsOfAge(age),
  ];
  if (refusals.length > 0) return refused(...refusals);
  return done({ id, email, name, age, roles: ['MEMBER'], language: 'KO', createdAt: now });
}
