import type { AccountConfig } from '@moa/account-subgraph';
import { flag, list } from '@moa/config';
import { z } from 'zod';

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Over TLS, or on this machine. */
const isPrivate = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
};

/** As a browser writes it, since it is compared character by character; a query would be lost on the way back. */
const isRedirectUri = (text: string): boolean => {
  if (!isPrivate(text)) return false;
  const { href, search, hash, username, password } = new URL(text);
  return href === text && !/[?#]/.test(text) && [search, hash, username, password].every((part) => part === '');
};

/** The variables of signing in with Google and Naver. */
export const signInVariables = {
  AUTH_REDIRECT_URIS: list
    .pipe(
      z.array(
        z.string().refine(isRedirectUri, {
          error: ({ input }) =>
            `${String(input)} must be a whole https:// address (http:// on localhost only) in lower case, without ? and #`,
        }),
      ),
    )
    .default([]),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_ISSUER: z.string().refine(isPrivate, 'must start with https://, or with http:// on this machine').optional(),
  NAVER_CLIENT_ID: z.string().optional(),
  NAVER_CLIENT_SECRET: z.string().optional(),
  NAVER_EMAILS_ARE_VERIFIED: flag.default(false),
};

type SignInEnvironment = Readonly<z.output<z.ZodObject<typeof signInVariables>>>;

/** What is set and does not work without what is not. */
export function signInFaults(env: SignInEnvironment): readonly string[] {
  const { AUTH_REDIRECT_URIS, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, NAVER_CLIENT_ID, NAVER_CLIENT_SECRET } = env;
  const isHalf = (id?: string, secret?: string) => (id === undefined) !== (secret === undefined);
  return [
    ...(isHalf(GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET)
      ? ['GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET need each other']
      : []),
    ...(isHalf(NAVER_CLIENT_ID, NAVER_CLIENT_SECRET)
      ? ['NAVER_CLIENT_ID and NAVER_CLIENT_SECRET need each other']
      : []),
    ...((GOOGLE_CLIENT_ID || NAVER_CLIENT_ID) && AUTH_REDIRECT_URIS.length === 0
      ? ['GOOGLE_CLIENT_ID and NAVER_CLIENT_ID need AUTH_REDIRECT_URIS, where the browser may come back to']
      : []),
  ];
}

/** The providers that the environment has credentials for. */
export function providersOf(env: SignInEnvironment): NonNullable<AccountConfig['providers']> {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GOOGLE_ISSUER, NAVER_CLIENT_ID, NAVER_CLIENT_SECRET } = env;
  return {
    redirectUris: env.AUTH_REDIRECT_URIS,
    google:
      GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
        ? { clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET, issuer: GOOGLE_ISSUER }
        : undefined,
    naver:
      NAVER_CLIENT_ID && NAVER_CLIENT_SECRET
        ? {
            clientId: NAVER_CLIENT_ID,
            clientSecret: NAVER_CLIENT_SECRET,
            emailsAreVerified: env.NAVER_EMAILS_ARE_VERIFIED,
          }
        : undefined,
    // Who names an issuer at http:// on this machine means it.
    httpOnLoopback: GOOGLE_ISSUER?.startsWith('http://'),
  };
}
