import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { anonymous, isRole, type Viewer } from './viewer.ts';

/** The token is missing, forged, stale or made for somebody else. Says why only to the log. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
}

export interface Verifier {
  /** @throws InvalidToken */
  verify(token: string): Promise<Viewer>;
}

const remembered = 50_000;

/** Verifies a signature once per token and remembers the viewer until the token expires. */
export function createVerifier(keys: JSONWebKeySet, audience: string, now: () => number = Date.now): Verifier {
  const keySet = createLocalJWKSet(keys);
  const cache = new Map<string, { viewer: Viewer; expiresAt: number }>();

  return {
    async verify(token) {
      const hit = cache.get(token);
      if (hit && hit.expiresAt > now()) return hit.viewer;
      const { payload, protectedHeader } = await jwtVerify(token, keySet, {
        algorithms: ['EdDSA'],
        audience,
        requiredClaims: ['exp', 'iss'],
        currentDate: new Date(now()),
      }).catch((cause: unknown) => {
        throw new InvalidToken('The token is not valid here.', { cause });
      });
      // A holder of one key can't speak in the name of another part.
      if (payload.iss !== protectedHeader.kid) throw new InvalidToken('The token names another issuer than its key.');
      const viewer = viewerOf(payload);
      if (cache.size >= remembered) cache.clear();
      cache.set(token, { viewer, expiresAt: (payload.exp ?? 0) * 1000 });
      return viewer;
    },
  };
}

function viewerOf({ kind, sub, roles, iss, address }: JWTPayload): Viewer {
  // A service speaks only for itself; for everybody else only the router speaks, which has seen their credentials.
  if (kind === 'service' && sub && sub === iss) return { kind, name: sub };
  if (iss === 'router') {
    if (kind === 'anonymous' && address === undefined) return anonymous;
    if (kind === 'anonymous' && typeof address === 'string') return { kind, address };
    if (kind === 'member' && sub && Array.isArray(roles) && roles.every(isRole)) return { kind, memberId: sub, roles };
  }
  throw new InvalidToken('The token does not say who asks.');
}
