import * as oidc from 'openid-client';
import { isSubject } from '../domain/provider-profile.ts';
import { answering, type ProviderTerms } from './answering.ts';
import { boundedFetch, isSecure } from './bounded-fetch.ts';
import { cached } from './cached.ts';
import { callbackUrl } from './callback-url.ts';
import type { SignInProvider } from './provider.ts';
import { faultIn, ProviderFault } from './provider-fault.ts';

export type GoogleConfig = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Google itself when left out. */
  readonly issuer?: string | undefined;
};

const google = 'https://accounts.google.com';
const freshMs = 3_600_000;

/** OpenID Connect by discovery. Google is first asked when somebody signs in: account starts while it is down. */
export function openGoogle(config: GoogleConfig, terms: ProviderTerms): SignInProvider {
  const { httpOnLoopback, deadlineMs } = terms;
  const client = { client_secret: config.clientSecret, id_token_signed_response_alg: 'RS256' };

  const discovered = cached(async (): Promise<oidc.ServerMetadata> => {
    const fetch = boundedFetch({ deadline: AbortSignal.timeout(deadlineMs), httpOnLoopback });
    const found = await oidc
      .discovery(new URL(config.issuer ?? google), config.clientId, client, undefined, {
        [oidc.customFetch]: fetch,
        execute: httpOnLoopback ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        const fault = faultIn(error);
        throw fault ? new ProviderFault('unavailable', fault.reason) : error;
      });
    const { supportsPKCE: _helper, ...server } = found.serverMetadata();
    // All at once, before anybody is sent anywhere: the browser's address is in no request of ours.
    const endpoints = [server.authorization_endpoint, server.token_endpoint, server.jwks_uri];
    if (!endpoints.every((endpoint = '') => isSecure(endpoint, terms)))
      throw new ProviderFault('unavailable', 'INSECURE_ENDPOINT');
    return server;
  }, freshMs);

  let keys: Parameters<typeof oidc.setJwksCache>[1] | undefined;

  const connect = async (deadline: AbortSignal): Promise<oidc.Configuration> => {
    const server = await discovered();
    const configuration = new oidc.Configuration(server, config.clientId, client);
    configuration[oidc.customFetch] = boundedFetch({ deadline, httpOnLoopback });
    if (httpOnLoopback) oidc.allowInsecureRequests(configuration);
    // The specification lets TLS stand for the signature; we look at both.
    oidc.enableNonRepudiationChecks(configuration);
    if (keys) oidc.setJwksCache(configuration, keys);
    return configuration;
  };

  return {
    authorizationUrl: ({ redirectUri, state, nonce, verifier }) =>
      answering('GOOGLE', terms, async (deadline) => {
        const configuration = await connect(deadline);
        return oidc.buildAuthorizationUrl(configuration, {
          scope: 'openid email profile',
          redirect_uri: redirectUri,
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }).href;
      }),

    profileFor: ({ redirectUri, state, nonce, verifier, code }) =>
      answering('GOOGLE', terms, async (deadline) => {
        const configuration = await connect(deadline);
        // Which provider answered is known by the state, so the issuer that a browser may bring along proves nothing more.
        const callback = callbackUrl(redirectUri, { code, state, iss: configuration.serverMetadata().issuer });
        const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        keys = oidc.getJwksCache(configuration);
        const claims = tokens.claims();
        if (!claims || !isSubject(claims.sub)) throw new ProviderFault('refused', 'NO_SUBJECT');
        return {
          provider: 'GOOGLE',
          subject: claims.sub,
          email: textIn(claims.email),
          emailIsVerified: claims.email_verified === true,
          name: textIn(claims.name),
        };
      }),
  };
}

const textIn = (claim: unknown): string | undefined => (typeof claim === 'string' ? claim : undefined);
