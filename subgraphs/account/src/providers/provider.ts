import type { ProviderName, ProviderProfile } from '../domain/provider-profile.ts';
import type { AuthorizationSecrets } from './authorization-secrets.ts';

/** Where a sign-in has to come back to, and what ties its two halves together. */
export type AuthorizationRequest = AuthorizationSecrets & { readonly redirectUri: string };

/** What the browser brought back, beside what was kept of the request. */
export type AuthorizationCallback = AuthorizationRequest & { readonly code: string };

/** `refused`: the provider said no, or its answer proves nothing. `unavailable`: it could not be asked. The log has the reason. */
export type ProviderAnswer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' };

/** Somebody else's sign-in that Moa trusts. */
export interface SignInProvider {
  /** Where to send the browser. */
  authorizationUrl(request: AuthorizationRequest): Promise<ProviderAnswer<string>>;
  /** Redeems the code and says who it is for. */
  profileFor(callback: AuthorizationCallback): Promise<ProviderAnswer<ProviderProfile>>;
}

export type Providers = {
  /** Compared character by character: there is no other safe way to compare addresses. */
  readonly redirectUris: ReadonlySet<string>;
  /** Undefined when it is not configured. */
  readonly find: (name: ProviderName) => SignInProvider | undefined;
};
