import { createHash, randomBytes } from 'node:crypto';

export type AuthorizationSecrets = {
  /** Travels through the browser and names the sign-in. */
  readonly state: string;
  /** Comes back in the ID token, which is then for this sign-in only (OpenID Connect Core 1.0, 3.1.2.1). */
  readonly nonce: string;
  /** Never leaves Moa before the code is redeemed (RFC 7636). */
  readonly verifier: string;
};

const bytes = 32;
const random = (): string => randomBytes(bytes).toString('base64url');

export const newAuthorizationSecrets = (): AuthorizationSecrets => ({
  state: random(),
  nonce: random(),
  verifier: random(),
});

/** What is stored of a state: whoever reads the table can finish nobody's sign-in. */
export const hashOfState = (state: string): string => createHash('sha256').update(state).digest('base64url');
