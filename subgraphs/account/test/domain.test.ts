import { anonymous } from '@moa/identity';
import { describe, expect, test } from 'vitest';
import { isEmail, normalizeEmail } from '../src/domain/email.ts';
import type { Member } from '../src/domain/member.ts';
import { viewOf } from '../src/domain/member-view.ts';
import { isName, normalizeName } from '../src/domain/name.ts';

describe('an e-mail address', () => {
  test.each([
    'minji@example.com',
    "o'brien+moa@sub.example.co.kr",
    'a@b.cd',
    'user_name-1.two@x-y.example',
    `${'a'.repeat(64)}@example.com`,
    '민지@예시.한국',
    'josé@example.com',
    'a@xn--9n2bp8q.xn--3e0b707e',
  ])('%s', (email) => {
    expect(isEmail(normalizeEmail(email))).toBe(true);
  });

  test.each([
    '',
    ' ',
    'minji',
    'minji@',
    '@example.com',
    'minji@example',
    'a@b@example.com',
    'a b@example.com',
    'minji@exa mple.com',
    '.minji@example.com',
    'minji.@example.com',
    'min..ji@example.com',
    'minji@example..com',
    'minji@-example.com',
    'minji@example-.com',
    'minji@example.com.',
    'minji@[127.0.0.1]',
    '"min ji"@example.com',
    'Minji <minji@example.com>',
    'minji@example.com,dohyun@example.com',
    'minji@example.com\r\nBcc: all@example.com',
    'minji\u0000@example.com',
    'min\u200bji@example.com',
    'min\u202eji@example.com',
    'minji＠example.com',
    'minji\ud800@example.com',
    `${'a'.repeat(65)}@example.com`,
    `minji@${'a'.repeat(64)}.com`,
    `a@${'b.'.repeat(130)}cd`,
    'a'.repeat(1_000_000),
    `${'a.'.repeat(500_000)}@example.com`,
  ])('not %j', (email) => {
    expect(isEmail(normalizeEmail(email))).toBe(false);
  });

  test.each([
    ['  Minji@Example.COM\n', 'minji@example.com'],
    ['JOSÉ@example.com'.normalize('NFD'), 'josé@example.com'],
    ['민지@예시.한국'.normalize('NFD'), '민지@예시.한국'],
  ])('has one spelling: %j', (typed, spelling) => {
    expect(normalizeEmail(typed)).toBe(spelling.normalize('NFC'));
    expect(normalizeEmail(normalizeEmail(typed))).toBe(spelling.normalize('NFC'));
  });
});

describe('a name', () => {
  test.each(['민지', 'A', '김 민지', "O'Brien", 'नमस्ते', '👩‍👧', '한'.repeat(40), '👩'.repeat(40), '1'])(
    '%s',
    (name) => {
      expect(isName(normalizeName(name))).toBe(true);
    },
  );

  test.each([
    '',
    '   ',
    '\u3164',
    '\u200b\u200d',
    '한'.repeat(41),
    'a'.repeat(1_000_000),
    'min\nji',
    'min\u0000ji',
    'min\u2028ji',
    '\u202eijnim',
    'min\ud800ji',
  ])('not %j', (name) => {
    expect(isName(normalizeName(name))).toBe(false);
  });

  test('counts a decomposed syllable as one character', () => {
    expect(isName(normalizeName('한'.repeat(40).normalize('NFD')))).toBe(true);
  });
});

describe('a member is seen', () => {
  const member: Member = {
    id: '0190a000-0000-7000-8000-000000000001',
    email: 'minji@example.com',
    name: '민지',
    age: 31,
    roles: ['MEMBER'],
    language: 'EN',
    createdAt: new Date(0),
  };
  const { id, name, createdAt } = member;
  const outside = { id, name, createdAt, email: null, age: null, roles: null, language: null };
  const other = '0190a000-0000-7000-8000-000000000002';

  test('wholly by the member, and by administrators but for the language', () => {
    expect(viewOf(member, { kind: 'member', memberId: id, roles: ['MEMBER'] })).toEqual(member);
    expect(viewOf(member, { kind: 'member', memberId: other, roles: ['ADMIN'] })).toEqual({
      ...member,
      language: null,
    });
  });

  test('from outside by other members, whatever else they are', () => {
    const roles = ['MEMBER', 'COURIER', 'DRIVER', 'MERCHANT'] as const;
    expect(viewOf(member, { kind: 'member', memberId: other, roles })).toEqual(outside);
  });

  test('not at all by anybody else', () => {
    expect(viewOf(member, anonymous)).toBeNull();
    expect(viewOf(member, { kind: 'service', name: 'order' })).toBeNull();
  });
});
