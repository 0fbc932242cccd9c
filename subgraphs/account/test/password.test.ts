import { argon2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createPasswords } from '../src/credentials/passwords.ts';
import { decode, encode } from '../src/credentials/phc-string.ts';
import { lengthOf } from '../src/domain/password.ts';
import { countArgon2 } from './argon2-jobs.ts';

const passwords = createPasswords();

describe('a password', () => {
  test('is stored as a PHC string with the cost that OWASP asks for', async () => {
    const hash = await passwords.hash('correct horse');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    const { salt, tag, ...cost } = decode(hash);
    expect(cost).toEqual({ memory: 19_456, passes: 2, parallelism: 1 });
    const parameters = { message: 'correct horse', nonce: salt, ...cost, tagLength: 32 };
    expect(argon2Sync('argon2id', parameters)).toEqual(tag);
  });

  test('verifies, and another one does not', async () => {
    const hash = await passwords.hash('correct horse');
    expect(await passwords.verify('correct horse', hash)).toBe(true);
    expect(await passwords.verify('correct hors', hash)).toBe(false);
    expect(await passwords.verify('Correct horse', hash)).toBe(false);
  });

  test('has a salt of its own each time', async () => {
    const [first, second] = await Promise.all([passwords.hash('correct horse'), passwords.hash('correct horse')]);
    expect(first).not.toBe(second);
  });

  test('is the same composed and decomposed: 비밀번호', async () => {
    const hash = await passwords.hash('비밀번호비밀번호'.normalize('NFD'));
    expect(await passwords.verify('비밀번호비밀번호'.normalize('NFC'), hash)).toBe(true);
  });

  test('verifies against the cost that it was stored with, not against that of today', async () => {
    const salt = Buffer.alloc(16, 1);
    const cost = { memory: 64, passes: 1, parallelism: 1 };
    const tag = argon2Sync('argon2id', { message: 'correct horse', nonce: salt, ...cost, tagLength: 32 });
    expect(await passwords.verify('correct horse', encode({ ...cost, salt, tag }))).toBe(true);
  });

  test('costs the same work where there is no hash', async () => {
    const jobs = countArgon2();
    expect(await passwords.verify('correct horse', undefined)).toBe(false);
    expect(jobs.stop().total).toBe(1);
  });

  test.each(['', 'correct horse', '$2b$12$abc', '$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA'])(
    'what is no Argon2id hash is a fault, not a wrong password: %s',
    async (hash) => {
      await expect(passwords.verify('correct horse', hash)).rejects.toThrow('not an Argon2id PHC string');
    },
  );
});

describe('many passwords', () => {
  test('are hashed two at a time', async () => {
    const jobs = countArgon2();
    await Promise.all(Array.from({ length: 8 }, () => passwords.verify('correct horse', undefined)));
    expect(jobs.stop()).toEqual({ total: 8, most: 2 });
  });

  test('beyond two in work and fifty in wait are refused, and the others served', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 55 }, () => passwords.verify('correct horse', undefined)),
    );
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.map(({ extensions }) => extensions)).toEqual(Array(3).fill({ code: 'TOO_MANY_REQUESTS' }));
  });
});

describe('the length of a password', () => {
  test.each([
    ['', 'TOO_SHORT'],
    ['1234567', 'TOO_SHORT'],
    ['12345678', 'FITS'],
    ['👩'.repeat(7), 'TOO_SHORT'],
    ['👩'.repeat(200), 'FITS'],
    ['👩'.repeat(201), 'TOO_LONG'],
    ['가'.repeat(200).normalize('NFD'), 'FITS'],
    ['가'.repeat(7).normalize('NFD'), 'TOO_SHORT'],
    ['a'.repeat(200), 'FITS'],
    ['a'.repeat(201), 'TOO_LONG'],
  ])('%s: %s', (password, verdict) => {
    expect(lengthOf(password)).toBe(verdict);
  });
});
