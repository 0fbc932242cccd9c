import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { ProviderName } from '../domain/provider-profile.ts';
import { type StartProviderSignInRefusal, startProviderSignInRefusals } from '../domain/provider-refusals.ts';
import { addProviderSignIn, sweepProviderSignIns } from '../persistence/provider-sign-ins.ts';
import { hashOfState, newAuthorizationSecrets } from '../providers/authorization-secrets.ts';
import type { AccountContext } from './context.ts';

const refuse = refusalsFrom(startProviderSignInRefusals);
const lifeMs = 10 * 60_000;

/** Gives the address to send the browser to, and keeps what its return is checked against. */
export async function startProviderSignIn(
  { providers, transaction, clock }: AccountContext,
  command: { readonly provider: ProviderName; readonly redirectUri: string },
): Promise<Outcome<string, StartProviderSignInRefusal['code']>> {
  const provider = providers.find(command.provider);
  if (!provider) return refused(refuse('PROVIDER_NOT_CONFIGURED', 'provider'));
  if (!providers.redirectUris.has(command.redirectUri))
    return refused(refuse('REDIRECT_URI_NOT_ALLOWED', 'redirectUri'));
  const { redirectUri } = command;
  const { state, nonce, verifier } = newAuthorizationSecrets();
  const url = await provider.authorizationUrl({ redirectUri, state, nonce, verifier });
  if (url.kind !== 'answered') return refused(refuse('PROVIDER_UNAVAILABLE', 'provider'));
  const now = clock();
  const expiresAt = new Date(now.getTime() + lifeMs);
  await transaction(async (em) => {
    await sweepProviderSignIns(em, now);
    const begun = { provider: command.provider, redirectUri, nonce, verifier, expiresAt };
    await addProviderSignIn(em, hashOfState(state), begun);
  });
  return done(url.value);
}
