import { anonymous, isRole, type Viewer } from '@moa/identity';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { RouterError } from './errors.ts';

export type Authenticated = {
  readonly viewer: Viewer;
  /** When the token ends, as milliseconds since 1970; an anonymous viewer has none. */
  readonly expiresAt?: number | undefined;
};

/**
 * Reads an `Authorization` value; without one the viewer is anonymous.
 * @throws RouterError UNAUTHENTICATED for a token that isn't valid, AUTHENTICATION_UNAVAILABLE when that can't be told
 */
export type Authenticator = (authorization: string | undefined) => Promise<Authenticated>;

/** For a graph that knows no members: whatever is sent, nobody is somebody. */
export const everybodyIsAnonymous: Authenticator = async () => ({ viewer: anonymous });

type Options = { readonly jwksUrl: string; readonly issuer: string; readonly audience: string };

/** Checks members' JWTs (EdDSA only) with the issuer's published keys, which are fetched when the first token comes. */
export function createAuthenticator({ jwksUrl, issuer, audience }: Options): Authenticator {
  const keys = publishedKeys(new URL(jwksUrl));

  return async (authorization) => {
    if (!authorization) return { viewer: anonymous };
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) throw new RouterError('UNAUTHENTICATED');
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['EdDSA'],
        requiredClaims: ['sub', 'exp'],
      });
      return { viewer: viewerOf(payload), expiresAt: (payload.exp ?? 0) * 1000 };
    } catch (cause) {
      throw new RouterError(isOutage(cause) ? 'AUTHENTICATION_UNAVAILABLE' : 'UNAUTHENTICATED', undefined, { cause });
    }
  };
}

const refreshMs = 10 * 60_000;

/**
 * The keys are read anew every ten minutes while those at hand go on to serve, so an issuer that is down or slow holds up
 * nobody whose key is known; for an unknown one it is asked at once, at most once a second.
 */
function publishedKeys(url: URL): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(url, {
    timeoutDuration: 2_000,
    cooldownDuration: 1_000,
    cacheMaxAge: Number.POSITIVE_INFINITY,
  });
  let readAt = Date.now();
  return (header, token) => {
    if (remote.jwks() && Date.now() - readAt > refreshMs) {
      readAt = Date.now();
      remote.reload().catch(() => {}); // tried again with the next ten minutes
    }
    return remote(header, token);
  };
}

/** The token's own faults are errors of jose with a code of their own; all others came from fetching the keys. */
function isOutage(fault: unknown): boolean {
  if (!(fault instanceof errors.JOSEError)) return true;
  return (
    fault instanceof errors.JWKSTimeout || fault instanceof errors.JWKSInvalid || fault.code === 'ERR_JOSE_GENERIC'
  );
}

function viewerOf({ sub, roles }: JWTPayload): Viewer {
  if (!sub) throw new errors.JWTInvalid('"sub" is empty');
  return { kind: 'member', memberId: sub, roles: Array.isArray(roles) ? roles.filter(isRole) : [] };
}
