import { importJWK, SignJWT } from 'jose';
import type { Member } from '../domain/member.ts';
import type { SigningKey } from './signing-key.ts';

/** What stands in every access token, whoever it is for. */
export type TokenTerms = {
  readonly issuer: string;
  readonly audience: string;
  readonly accessTokenMinutes: number;
};

export type AccessToken = { readonly accessToken: string; readonly expiresAt: Date };

/**
 * A JWT (RFC 7519) that says who the member is, as of now what they may be, and in which session. `id` is the token's own
 * (`jti`).
 */
export async function signAccessToken(
  { id: memberId, roles }: Pick<Member, 'id' | 'roles'>,
  { issuer, audience, accessTokenMinutes }: TokenTerms,
  {
    key,
    id,
    sessionId,
    now,
  }: { readonly key: SigningKey; readonly id: string; readonly sessionId: string; readonly now: Date },
): Promise<AccessToken> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const expiresAt = issuedAt + accessTokenMinutes * 60;
  const accessToken = await new SignJWT({ roles, sid: sessionId })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(memberId)
    .setJti(id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(await importJWK(key.privateKey, 'EdDSA'));
  return { accessToken, expiresAt: new Date(expiresAt * 1000) };
}
