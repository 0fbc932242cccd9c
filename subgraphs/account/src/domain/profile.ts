import { refusalsFrom } from '@moa/subgraph';
import { isName } from './name.ts';
import { lengthOf } from './password.ts';
import { type ProfileRefusal, profileRefusals } from './refusals.ts';

const refuse = refusalsFrom(profileRefusals);
const youngest = 14;
const oldest = 120;

/** What is wrong with a normalized name. */
export const faultsOfName = (name: string): readonly ProfileRefusal[] =>
  isName(name) ? [] : [refuse('NAME_INVALID', 'name')];

/** What is wrong with an age in years. */
export const faultsOfAge = (age: number): readonly ProfileRefusal[] =>
  age >= youngest && age <= oldest ? [] : [refuse('AGE_OUT_OF_RANGE', 'age')];

/** What is wrong with a password that somebody chooses; `field` is where it stands in the input. */
export function faultsOfPassword(password: string, ...field: readonly string[]): readonly ProfileRefusal[] {
  switch (lengthOf(password)) {
    case 'FITS':
      return [];
    case 'TOO_SHORT':
      return [refuse('PASSWORD_TOO_SHORT', ...field)];
    case 'TOO_LONG':
      return [refuse('PASSWORD_TOO_LONG', ...field)];
  }
}
