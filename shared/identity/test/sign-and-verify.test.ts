import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSigner, createVerifier, generateKey, InvalidToken, type KeyPair, type Viewer } from '../src/index.ts';

const start = Date.parse('2026-03-01T09:00:00Z');
const memberId = '0190a000-0000-7000-8000-000000000001';
const member: Viewer = { kind: 'member', memberId, roles: ['MEMBER', 'COURIER'] };

let router: KeyPair;
let pay: KeyPair;
let now = start;
const clock = () => now;
beforeAll(async () => {
  [router, pay] = await Promise.all([generateKey('router'), generateKey('pay')]);
});

const verifierOf = (audience: string) =>
  createVerifier({ keys: [router.publicKey, pay.publicKey] }, audience, () => now);

/** A token of any claims, signed with whatever key the test has. */
const forge = async (claims: Record<string, unknown>, by: KeyPair, header: Record<string, unknown> = {}) =>
  new SignJWT({ aud: 'order', iss: by.privateKey.kid, iat: start / 1000, exp: start / 1000 + 60, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: by.privateKey.kid, ...header })
    .sign(await importJWK(by.privateKey, 'EdDSA'));

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const partsOf = (token: string) => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return { header, payload, signature };
};

describe('a token of the router', () => {
  test.each<Viewer>([
    { kind: 'anonymous' },
    { kind: 'anonymous', address: '2001:db8::7' },
    member,
    { kind: 'member', memberId, roles: [] },
    { kind: 'member', memberId, roles: ['MEMBER', 'COURIER', 'DRIVER', 'MERCHANT', 'ADMIN'] },
  ])('says who asks: %j', async (viewer) => {
    const token = await createSigner(router.privateKey, clock).sign(viewer, 'order');
    expect(await verifierOf('order').verify(token)).toEqual(viewer);
  });

  test('is for one part of Moa alone', async () => {
    const token = await createSigner(router.privateKey, clock).sign(member, 'order');
    await expect(verifierOf('pay').verify(token)).rejects.toThrow(InvalidToken);
  });

  test('lives for a minute, also for a verifier that remembers it', async () => {
    const token = await createSigner(router.privateKey, clock).sign(member, 'order');
    const verifier = verifierOf('order');
    try {
      now = start + 59_000;
      expect(await verifier.verify(token)).toEqual(member);
      now = start + 60_000;
      await expect(verifier.verify(token)).rejects.toThrow(InvalidToken);
      await expect(verifierOf('order').verify(token)).rejects.toThrow(InvalidToken);
    } finally {
      now = start;
    }
  });

  test('is made once per viewer, audience and half minute', async () => {
    const signer = createSigner(router.privateKey, clock);
    try {
      const first = await signer.sign(member, 'order');
      expect(await signer.sign(member, 'pay')).not.toBe(first);
      expect(await signer.sign({ ...member, roles: ['MEMBER'] }, 'order')).not.toBe(first);
      const stranger = await signer.sign({ kind: 'anonymous', address: '192.0.2.1' }, 'order');
      expect(await signer.sign({ kind: 'anonymous' }, 'order')).not.toBe(stranger);
      expect(await signer.sign({ kind: 'anonymous', address: '192.0.2.2' }, 'order')).not.toBe(stranger);
      expect(await signer.sign({ kind: 'anonymous', address: '192.0.2.1' }, 'order')).toBe(stranger);
      now = start + 29_999;
      expect(await signer.sign({ ...member }, 'order')).toBe(first);
      now = start + 30_000;
      const renewed = await signer.sign(member, 'order');
      expect(renewed).not.toBe(first);
      now = start + 89_000;
      expect(await verifierOf('order').verify(renewed)).toEqual(member);
    } finally {
      now = start;
    }
  });
});

describe('a token of a service', () => {
  test('says that the service asks for itself', async () => {
    const token = await createSigner(pay.privateKey, clock).sign({ kind: 'service', name: 'pay' }, 'order');
    expect(await verifierOf('order').verify(token)).toEqual({ kind: 'service', name: 'pay' });
  });

  test.each<Viewer>([
    { kind: 'service', name: 'delivery' },
    { kind: 'service', name: 'router' },
    member,
    { kind: 'anonymous' },
  ])('speaks for nobody else: %j', async (viewer) => {
    const token = await createSigner(pay.privateKey, clock).sign(viewer, 'order');
    await expect(verifierOf('order').verify(token)).rejects.toThrow(InvalidToken);
  });

  test('signed by one and issued in the name of the router is refused', async () => {
    const token = await forge({ kind: 'member', sub: memberId, roles: ['ADMIN'], iss: 'router' }, pay);
    await expect(verifierOf('order').verify(token)).rejects.toThrow(InvalidToken);
  });
});

describe('refused is', () => {
  const refuses = (token: string) => expect(verifierOf('order').verify(token)).rejects.toThrow(InvalidToken);
  const claims = { kind: 'member', sub: memberId, roles: ['MEMBER'] };

  test('nothing, though the same claims are taken when all is right', async () => {
    expect(await verifierOf('order').verify(await forge(claims, router))).toMatchObject({ memberId });
  });

  test.each(['', 'token', 'a.b.c', '..', `${'a'.repeat(100_000)}.b.c`])('what is no token', refuses);

  test('a payload that was changed', async () => {
    const { header, signature } = partsOf(await forge(claims, router));
    const changed = { ...claims, roles: ['ADMIN'], aud: 'order', iss: 'router', exp: start / 1000 + 60 };
    await refuses(`${header}.${part(changed)}.${signature}`);
  });

  test('a token changed after it was remembered', async () => {
    const verifier = verifierOf('order');
    const token = await forge(claims, router);
    await verifier.verify(token);
    const { header, payload, signature } = partsOf(token);
    await expect(verifier.verify(`${header}.${payload}.${signature.slice(1)}A`)).rejects.toThrow(InvalidToken);
    await expect(verifier.verify(`${header}.${payload}.`)).rejects.toThrow(InvalidToken);
  });

  test('a token without signature (alg none)', async () => {
    const payload = { ...claims, aud: 'order', iss: 'router', exp: start / 1000 + 60 };
    await refuses(new UnsecuredJWT(payload).encode());
    await refuses(`${part({ alg: 'none', kid: 'router' })}.${part(payload)}.`);
  });

  test.each(['x', 'json'])('HS256 with the public key as the secret (%s)', async (form) => {
    const { publicKey } = router;
    const secret = form === 'x' ? Buffer.from(publicKey.x ?? '', 'base64url') : Buffer.from(JSON.stringify(publicKey));
    const payload = { ...claims, aud: 'order', iss: 'router', exp: start / 1000 + 60 };
    await refuses(await new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'router' }).sign(secret));
  });

  test('an unknown key, also under a known name', async () => {
    const stranger = await generateKey('stranger');
    await refuses(await forge(claims, stranger));
    await refuses(await forge({ ...claims, iss: 'router' }, stranger, { kid: 'router' }));
    await refuses(await forge({ ...claims, iss: 'router' }, stranger, { kid: undefined }));
  });

  test('a key that the token brings along', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const payload = { ...claims, aud: 'order', iss: 'router', exp: start / 1000 + 60 };
    const header = { alg: 'EdDSA', kid: 'router', jwk: await exportJWK(publicKey) };
    await refuses(await new SignJWT(payload).setProtectedHeader(header).sign(privateKey));
  });

  test.each([
    ['no end', { exp: undefined }],
    ['no audience', { aud: undefined }],
    ['no issuer', { iss: undefined }],
    ['no kind', { kind: undefined }],
    ['an unknown kind', { kind: 'god' }],
    ['an address that is no text', { kind: 'anonymous', address: ['192.0.2.1'] }],
    ['no member', { sub: undefined }],
    ['an empty member', { sub: '' }],
    ['no roles', { roles: undefined }],
    ['roles that are no list', { roles: 'ADMIN' }],
    ['an unknown role', { roles: ['MEMBER', 'GOD'] }],
    ['a start that lies ahead', { nbf: start / 1000 + 30 }],
  ])('%s', async (_what, change) => {
    await refuses(await forge({ ...claims, ...change }, router));
  });
});

test('a signer for people at work gives tokens that live as long as it is told', async () => {
  const token = await createSigner(router.privateKey, clock, 3_600).sign(member, 'order');
  try {
    now = start + 3_599_000;
    expect(await verifierOf('order').verify(token)).toEqual(member);
    now = start + 3_600_000;
    await expect(verifierOf('order').verify(token)).rejects.toThrow(InvalidToken);
  } finally {
    now = start;
  }
});

test('a key that can not sign stops the start, and is not shown', async () => {
  const { privateKey, publicKey } = router;
  const weak = {
    ...(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)),
    kid: 'router',
  };
  for (const key of [publicKey, { ...privateKey, d: 'nonsense' }, { kid: 'router', kty: 'OKP' }, weak])
    expect(() => createSigner(key)).toThrow('The key "router" is not a private Ed25519 key');
});
