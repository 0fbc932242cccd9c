import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** An Ed25519 private key (RFC 8037) whose `kid` is the name of the part of Moa that holds it. */
export type PrivateKey = JWK & { readonly kid: string };
export type KeyPair = { readonly privateKey: PrivateKey; readonly publicKey: JWK & { readonly kid: string } };

/** `name` becomes the `kid` and the issuer of every token signed with the key. */
export async function generateKey(name: string): Promise<KeyPair> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const marks = { kid: name, alg: 'EdDSA', use: 'sig' };
  return {
    privateKey: { ...(await exportJWK(pair.privateKey)), ...marks },
    publicKey: { ...(await exportJWK(pair.publicKey)), ...marks },
  };
}
