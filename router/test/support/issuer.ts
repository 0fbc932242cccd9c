import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export const issuer = 'https://members.example';
export const audience = 'library';

/** Whoever gives members their access tokens, with its published keys. */
export class Issuer {
  readonly #key: CryptoKey;
  readonly #jwks: { keys: JWK[] };
  #server: Server | undefined;
  #port = 0;

  private constructor(key: CryptoKey, published: JWK) {
    this.#key = key;
    this.#jwks = { keys: [published] };
  }

  /** `kid` names the key; two issuers with one `kid` differ in the key only. */
  static async create(kid = 'k1'): Promise<Issuer> {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    return new Issuer(privateKey, { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' });
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
    const server = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(this.#jwks)),
    );
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port; // a TCP server that listens has such an address
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** An access token; `lifeSeconds` below zero gives one that has expired. */
  token(claims: Record<string, unknown> = {}, lifeSeconds = 300): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: issuer, aud: audience, sub: 'm1', roles: ['MEMBER'], exp: now + lifeSeconds, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
      .setIssuedAt(now - 600)
      .sign(this.#key);
  }
}
