import * as oidc from 'openid-client';
import { z } from 'zod';
import { isSubject } from '../domain/provider-profile.ts';
import { answering, type ProviderTerms } from './answering.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { callbackUrl } from './callback-url.ts';
import type { SignInProvider } from './provider.ts';
import { ProviderFault } from './provider-fault.ts';

export type NaverConfig = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Naver hands out the contact address that the person typed in, and says of none that it was verified. */
  readonly emailsAreVerified?: boolean | undefined;
  /** Naver's own when left out. */
  readonly endpoints?: { readonly authorization: string; readonly token: string; readonly profile: string } | undefined;
};

const issuer = 'https://nid.naver.com';
const naver = {
  authorization: `${issuer}/oauth2.0/authorize`,
  token: `${issuer}/oauth2.0/token`,
  profile: 'https://openapi.naver.com/v1/nid/me',
};

const profileAnswer = z.object({
  response: z.object({
    id: z.string().refine(isSubject),
    email: z.string().optional(),
    name: z.string().optional(),
  }),
});

/** OAuth 2.0 and Naver's own profile API. */
export function openNaver(config: NaverConfig, terms: ProviderTerms): SignInProvider {
  const { httpOnLoopback } = terms;
  const endpoints = config.endpoints ?? naver;

  const connect = (deadline: AbortSignal): oidc.Configuration => {
    const server = { issuer, authorization_endpoint: endpoints.authorization, token_endpoint: endpoints.token };
    const configuration = new oidc.Configuration(server, config.clientId, { client_secret: config.clientSecret });
    configuration[oidc.customFetch] = boundedFetch({ deadline, httpOnLoopback });
    if (httpOnLoopback) oidc.allowInsecureRequests(configuration);
    return configuration;
  };

  return {
    authorizationUrl: ({ redirectUri, state, verifier }) =>
      answering('NAVER', terms, async (deadline) => {
        const configuration = connect(deadline);
        return oidc.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          state,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }).href;
      }),

    profileFor: ({ redirectUri, state, verifier, code }) =>
      answering('NAVER', terms, async (deadline) => {
        const configuration = connect(deadline);
        const checks = { expectedState: state, pkceCodeVerifier: verifier };
        // Naver asks for the state once more when the code is redeemed.
        const tokens = await oidc.authorizationCodeGrant(
          configuration,
          callbackUrl(redirectUri, { code, state }),
          checks,
          {
            state,
          },
        );
        const answer = await oidc.fetchProtectedResource(
          configuration,
          tokens.access_token,
          new URL(endpoints.profile),
          'GET',
        );
        if (answer.status !== 200) throw new ProviderFault('refused', `PROFILE_STATUS_${answer.status}`);
        const profile = profileAnswer.safeParse(await answer.json().catch(() => undefined));
        if (!profile.success) throw new ProviderFault('refused', 'PROFILE_UNREADABLE');
        const { id, email, name } = profile.data.response;
        return { provider: 'NAVER', subject: id, email, emailIsVerified: config.emailsAreVerified ?? false, name };
      }),
  };
}
