import type { Role, Viewer } from '@moa/identity';
import { post, subscribe } from '@moa/testing';
import { demoEmails, type Person, signIn } from '../person.ts';
import { anything, type Expected, type Line } from './table.ts';

/** Somebody who tries what is another's. */
export type Attacker = { readonly person: Person; readonly role: Role | undefined };

/** Of each role one who has nothing to do with the victim, and nobody at all. */
export async function attackersAt(url: string): Promise<Readonly<Record<string, Attacker>>> {
  const withRole = async (role: Role) => ({ role, person: await signIn(url, demoEmails(role).at(-1) ?? '') });
  return {
    'a member': await withRole('MEMBER'),
    'a courier': await withRole('COURIER'),
    'a driver': await withRole('DRIVER'),
    'a merchant': await withRole('MERCHANT'),
    'an administrator': await withRole('ADMIN'),
    nobody: {
      role: undefined,
      person: {
        id: '',
        token: '',
        ask: (query, variables = {}) => post(url, { query, variables }),
        watch: (query, variables = {}) => subscribe(url, { query, variables }),
      },
    },
  };
}

/** The same as subgraphs see them, and another part of Moa besides. */
export const viewers = (memberId: string): readonly { readonly role: Role | undefined; readonly viewer: Viewer }[] => [
  ...(['MEMBER', 'COURIER', 'DRIVER', 'MERCHANT', 'ADMIN'] as const).map((role) => ({
    role,
    viewer: { kind: 'member', memberId, roles: ['MEMBER', role] } as const,
  })),
  { role: undefined, viewer: { kind: 'anonymous' } },
  { role: undefined, viewer: { kind: 'service', name: 'order' } },
];

export const expectedFor = ({ nobody, another, but }: Line, role: Role | undefined): Expected =>
  role === undefined ? nobody : (but?.[role] ?? another);

/** What somebody got, to be compared with the expectation: what they may see is not looked at, as long as it is no refusal. */
export const seenAs = (expected: Expected, outcome: string): string =>
  expected === anything && outcome !== 'null' && !/^[A-Z_ ]+$/.test(outcome) ? anything : outcome;
