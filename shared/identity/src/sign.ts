import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { PrivateKey } from './keys.ts';
import type { Viewer } from './viewer.ts';

/** Says to a part of Moa who asks. */
export interface Signer {
  /** A token for `audience` alone; at least half of its life is left. */
  sign(viewer: Viewer, audience: string): Promise<string>;
}

/** Enough for every viewer of one minute; beyond it the oldest goes first. */
const remembered = 50_000;

/**
 * Signs once per viewer, audience and half of a token's life: the cost per request is a look-up.
 * @param lifeSeconds of a token; longer than a minute only for people at work, never between machines
 * @throws Error when the key is not a private Ed25519 key
 */
export function createSigner(key: PrivateKey, now: () => number = Date.now, lifeSeconds = 60): Signer {
  const privateKey = readKey(key);
  const cache = new Map<string, { token: Promise<string>; renewAt: number }>();

  const make = async (viewer: Viewer, audience: string): Promise<string> => {
    const issuedAt = Math.floor(now() / 1000);
    return new SignJWT(claims(viewer))
      .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
      .setIssuer(key.kid)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifeSeconds)
      .sign(privateKey);
  };

  return {
    sign(viewer, audience) {
      const id = `${audience} ${JSON.stringify(viewer)}`;
      const hit = cache.get(id);
      if (hit && hit.renewAt > now()) return hit.token;
      const token = make(viewer, audience);
      cache.delete(id); // so that the renewed entry moves to the young end
      cache.set(id, { token, renewAt: now() + (lifeSeconds * 1000) / 2 });
      const oldest = cache.size > remembered ? cache.keys().next().value : undefined;
      if (oldest !== undefined) cache.delete(oldest);
      return token;
    },
  };
}

function readKey(key: PrivateKey): KeyObject {
  try {
    const read = createPrivateKey({ key, format: 'jwk' });
    if (read.asymmetricKeyType === 'ed25519') return read;
  } catch {
    // What Node says may quote the key.
  }
  throw new Error(`The key "${key.kid}" is not a private Ed25519 key (a JWK with "kty": "OKP" and "d").`);
}

function claims(viewer: Viewer): Record<string, unknown> {
  switch (viewer.kind) {
    case 'anonymous':
      return { kind: 'anonymous', ...(viewer.address !== undefined && { address: viewer.address }) };
    case 'member':
      return { kind: 'member', sub: viewer.memberId, roles: viewer.roles };
    case 'service':
      return { kind: 'service', sub: viewer.name };
  }
}
