import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { isEmail, normalizeEmail } from './email.ts';
import type { Member } from './member.ts';
import { isName, normalizeName } from './name.ts';
import { lengthOf } from './password.ts';
import { type SignUpRefusal, signUpRefusals } from './refusals.ts';

export type SignUp = {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly age: number;
};

const refuse = refusalsFrom(signUpRefusals);
const youngest = 14;
const oldest = 120;

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
    ...faultsOfPassword(command.password),
    ...(isName(name) ? [] : [refuse('NAME_INVALID', 'name')]),
    ...(age >= youngest && age <= oldest ? [] : [refuse('AGE_OUT_OF_RANGE', 'age')]),
  ];
  if (refusals.length > 0) return refused(...refusals);
  return done({ id, email, name, age, roles: ['MEMBER'], createdAt: now });
}

function faultsOfPassword(password: string): readonly SignUpRefusal[] {
  switch (lengthOf(password)) {
    case 'FITS':
      return [];
    case 'TOO_SHORT':
      return [refuse('PASSWORD_TOO_SHORT', 'password')];
    case 'TOO_LONG':
      return [refuse('PASSWORD_TOO_LONG', 'password')];
  }
}
