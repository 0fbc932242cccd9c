export { generateKey, type KeyPair, type PrivateKey } from './keys.ts';
export { createSigner, type Signer } from './sign.ts';
export { createVerifier, InvalidToken, type Verifier } from './verify.ts';
export { anonymous, isRole, type Role, roles, type Viewer } from './viewer.ts';
