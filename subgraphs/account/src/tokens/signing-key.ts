import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** A key that members' access tokens are signed with. */
export type SigningKey = {
  /** The key's thumbprint (RFC 7638). */
  readonly kid: string;
  readonly privateKey: JWK;
  /** As it stands in the published key set (RFC 7517). */
  readonly publicKey: JWK;
  readonly createdAt: Date;
};

/** A new Ed25519 key (RFC 8037). */
export async function generateSigningKey(now: Date): Promise<SigningKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const publicKey = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicKey);
  const marks = { kid, alg: 'EdDSA', use: 'sig' };
  return {
    kid,
    privateKey: { ...(await exportJWK(pair.privateKey)), ...marks },
    publicKey: { ...publicKey, ...marks },
    createdAt: now,
  };
}
