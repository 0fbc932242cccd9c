import { describe, expect, test } from 'vitest';
import { isSubject, memberFrom, type ProviderProfile } from '../src/domain/provider-profile.ts';

const profile: ProviderProfile = {
  provider: 'GOOGLE',
  subject: '1',
  email: 'seoyeon@example.com',
  emailIsVerified: true,
  name: '서연',
};
const birth = { id: '0190a000-0000-7000-8000-000000000001', now: new Date(0) };

describe('who joins by a provider', () => {
  test('is a MEMBER of no stated age', () => {
    expect(memberFrom(profile, birth)).toMatchObject({ roles: ['MEMBER'], age: null, email: 'seoyeon@example.com' });
  });

  test.each([
    [' 서연 ', '서연'],
    ['한'.repeat(60), '한'.repeat(40)],
    [`${'가'.repeat(39)} 나`, '가'.repeat(39)],
    ['', '회원'],
    [undefined, '회원'],
    ['\u202eevil', '회원'],
    ['a\u0000b', '회원'],
    ['👩'.repeat(41), '👩'.repeat(40)],
  ])('named %j by it is called %j', (name, called) => {
    expect(memberFrom({ ...profile, name }, birth)?.name).toBe(called);
  });

  test.each([undefined, '', 'seoyeon', 'a\u0000@example.com'])('needs an address: %j', (email) => {
    expect(memberFrom({ ...profile, email }, birth)).toBeUndefined();
  });
});

test('a subject is printable ASCII of 255 characters at most', () => {
  for (const text of ['1', 'a'.repeat(255), '~!"']) expect(isSubject(text)).toBe(true);
  for (const text of ['', 'a'.repeat(256), 'a b', 'a\n', 'é', '\u0000']) expect(isSubject(text)).toBe(false);
});
