import { createAuthenticator, type MemberAuthenticator } from '@moa/router';
import { createLogger } from '@moa/telemetry';
import { type Environment, urlOf } from './config.ts';

/** Who issues members' tokens, and for whom. */
export const tokens = { issuer: 'moa-account', audience: 'moa' } as const;

/** Members' tokens, and which of them count no more, are account's to say. */
export function authenticatorFor(env: Readonly<Environment>): MemberAuthenticator {
  const wellKnown = (name: string) => new URL(`/.well-known/${name}`, urlOf('account', env)).href;
  return createAuthenticator({
    jwksUrl: wellKnown('jwks.json'),
    revokedUrl: wellKnown('revoked-sessions'),
    ...tokens,
    logger: createLogger('router', env.LOG_LEVEL),
  });
}
