import { createPublicKey } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export const issuer = 'https://members.example';
export const audience = 'library';

/** Whoever gives members their access tokens, with its published keys. */
export class Issuer {
  readonly #key: CryptoKey;
  readonly #weakKey: CryptoKey;
  readonly #jwks: { keys: JWK[] };
  #server: Server | undefined;
  #port = 0;
  #answers = true;
  /** Requests that wait for an answer. */
  hanging = 0;

  private constructor(key: CryptoKey, weakKey: CryptoKey, published: JWK[]) {
    this.#key = key;
    this.#weakKey = weakKey;
    this.#jwks = { keys: published };
  }

  static async create(): Promise<Issuer> {
    const strong = await generateKeyPair('EdDSA', { extractable: true });
    const weak = await generateKeyPair('RS256', { extractable: true });
    return new Issuer(strong.privateKey, weak.privateKey, [
      { ...(await exportJWK(strong.publicKey)), kid: 'k1', alg: 'EdDSA' },
      { ...(await exportJWK(weak.publicKey)), kid: 'k2', alg: 'RS256' },
    ]);
  }

  get jwksUrl(): string {
    return `http://127.0.0.1:${this.#port}/jwks.json`;
  }

  /** Reserves an address without answering at it. */
  async reserve(): Promise<this> {
    await this.start();
    await this.stop();
    return this;
  }

  async start(): Promise<this> {
    const server = createServer((_request, response) => {
      if (this.#answers) return response.setHeader('content-type', 'application/json').end(JSON.stringify(this.#jwks));
      this.hanging += 1;
      return response.on('close', () => (this.hanging -= 1));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port; // a TCP server that listens has such an address
    this.#server = server;
    return this;
  }

  /** From now on it takes requests and answers none. */
  hang(): void {
    this.#answers = false;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** An access token; `lifeSeconds` below zero gives one that has expired. */
  token(
    claims: Record<string, unknown> = {},
    lifeSeconds = 300,
    header: Record<string, unknown> = {},
  ): Promise<string> {
    return body(claims, lifeSeconds)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k1', ...header })
      .sign(this.#key, { crit: { moa: true } }); // whoever signs must know its own extensions
  }

  /** What anybody can read of a key. */
  publicKey(kid: 'k1' | 'k2'): JWK {
    const found = this.#jwks.keys.find((key) => key.kid === kid);
    if (!found) throw new Error(`There is no key ${kid}.`);
    return found;
  }

  publicBytes(kid: 'k1'): Buffer {
    return Buffer.from(this.publicKey(kid).x ?? '', 'base64url');
  }

  publicPem(kid: 'k2'): string {
    const { kty = '', n = '', e = '' } = this.publicKey(kid);
    return String(createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }));
  }

  /** Good in everything but its algorithm, and of a published key. */
  weakToken(): Promise<string> {
    return body({}, 300).setProtectedHeader({ alg: 'RS256', kid: 'k2' }).sign(this.#weakKey);
  }
}

function body(claims: Record<string, unknown>, lifeSeconds: number): SignJWT {
  const now = Math.floor(Date.now() / 1000);
  const base = { iss: issuer, aud: audience, sub: 'm1', roles: ['MEMBER'], iat: now - 600, exp: now + lifeSeconds };
  return new SignJWT({ ...base, ...claims });
}
