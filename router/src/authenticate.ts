import { anonymous, isRole, type Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { RouterError } from './errors.ts';
import { followRevokedSessions, noRevokedSessions, type RevokedSessions } from './revoked-sessions.ts';

export type Authenticated = {
  readonly viewer: Viewer;
  /** When the token ends, as milliseconds since 1970; an anonymous viewer has none. */
  readonly expiresAt?: number | undefined;
  /** The session that the token belongs to, where its issuer tells (`sid`); it can be revoked. */
  readonly sessionId?: string | undefined;
};

/**
 * Reads an `Authorization` value; without one the viewer is anonymous.
 * @throws RouterError UNAUTHENTICATED for a token that isn't valid, AUTHENTICATION_UNAVAILABLE when that can't be told
 */
export type Authenticator = ((authorization: string | undefined) => Promise<Authenticated>) & {
  /** Calls back when a session is revoked from now on, until the function that it gives is called. */
  readonly onRevoked?: RevokedSessions['onRevoked'];
};

/** For a graph that knows no members: whatever is sent, nobody is somebody. */
export const everybodyIsAnonymous: Authenticator = async () => ({ viewer: anonymous });

export type AuthenticatorOptions = {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's feed of sessions that have ended before their tokens; read in the background until `close`. */
  readonly revokedUrl?: string | undefined;
  readonly logger?: Logger | undefined;
};

/** Whoever makes one closes it, after the router. */
export type MemberAuthenticator = Authenticator & Pick<RevokedSessions, 'onRevoked' | 'close'>;

/** Tokens whose signature was verified; verifying one takes longer than all else that a small query costs the router. */
const verifiedTokens = 20_000;
/** For how long a token goes on to count whose key its issuer has withdrawn. */
const verifiedMs = 60_000;

/**
 * Checks members' JWTs (EdDSA only) with the issuer's published keys, which are fetched when the first token comes. A signature
 * is verified once a minute; whether the token has ended or was revoked is asked each time.
 */
export function createAuthenticator(options: AuthenticatorOptions): MemberAuthenticator {
  const { jwksUrl, issuer, audience, revokedUrl, logger } = options;
  const keys = publishedKeys(new URL(jwksUrl));
  const revoked = revokedUrl === undefined ? noRevokedSessions : followRevokedSessions({ url: revokedUrl, logger });

  const verified = new LRUCache<string, Authenticated>({ max: verifiedTokens, ttl: verifiedMs });
  const verify = async (token: string): Promise<Authenticated> => {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['EdDSA'],
      requiredClaims: ['sub', 'exp'],
    });
    const member = {
      viewer: viewerOf(payload),
      expiresAt: (payload.exp ?? 0) * 1000,
      sessionId: sessionIdOf(payload),
    };
    verified.set(token, member);
    return member;
  };

  const authenticate: Authenticator = async (authorization) => {
    if (!authorization) return { viewer: anonymous };
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) throw new RouterError('UNAUTHENTICATED');
    try {
      const known = verified.get(token);
      const member = known && !hasEnded(known) ? known : await verify(token);
      if (member.sessionId !== undefined && revoked.has(member.sessionId))
        throw new errors.JWTInvalid('The session was revoked.');
      return member;
    } catch (cause) {
      throw new RouterError(isOutage(cause) ? 'AUTHENTICATION_UNAVAILABLE' : 'UNAUTHENTICATED', undefined, { cause });
    }
  };
  return Object.assign(authenticate, { onRevoked: revoked.onRevoked, close: revoked.close });
}

const hasEnded = ({ expiresAt = 0 }: Authenticated): boolean => expiresAt <= Date.now();

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

/** Roles that we don't know are left out; claims that are not what they should be make the whole token worthless. */
function viewerOf({ sub, roles = [] }: JWTPayload): Viewer {
  if (typeof sub !== 'string' || sub === '') throw new errors.JWTInvalid('"sub" names nobody');
  if (!Array.isArray(roles) || !roles.every((role) => typeof role === 'string'))
    throw new errors.JWTInvalid('"roles" is not a list of names');
  return { kind: 'member', memberId: sub, roles: roles.filter(isRole) };
}

function sessionIdOf({ sid }: JWTPayload): string | undefined {
  if (sid === undefined || typeof sid === 'string') return sid;
  throw new errors.JWTInvalid('"sid" is not a name');
}
