import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSigner, createVerifier, generateKey, type Signer, type Verifier, type Viewer } from '@moa/identity';
import { compose, openRouter, type Router } from '@moa/router';
import { createLogger } from '@moa/telemetry';
import { buildSchema, graphql } from 'graphql';

const name = 'greetings';
const sdl = 'type Query { greeting: String }';
const schema = buildSchema(sdl);

/** A router and one subgraph behind it that answers at once: hardly anything but the way between them costs time. */
export type Graph = { readonly url: string; readonly close: () => Promise<void> };

export type Trust = { readonly signer: Signer; readonly verifier: Verifier };

/** The router signs who asks, the subgraph checks it, as everywhere in Moa. */
export async function realTrust(): Promise<Trust> {
  const { privateKey, publicKey } = await generateKey('router');
  return { signer: createSigner(privateKey), verifier: createVerifier({ keys: [publicKey] }, name) };
}

/** The same, but for the signing and the checking: a token of the same length that says nothing. */
export async function blindTrust(): Promise<Trust> {
  const token = await (await realTrust()).signer.sign(memberOf('0'), name);
  const viewer = memberOf('0');
  return { signer: { sign: async () => token }, verifier: { verify: async () => viewer } };
}

export const memberOf = (memberId: string): Viewer => ({ kind: 'member', memberId, roles: ['MEMBER'] });

/** What signing and checking cost, nothing around them. */
export async function pass({ signer, verifier }: Trust, viewer: Viewer): Promise<void> {
  await verifier.verify(await signer.sign(viewer, name));
}

/** Whoever names a member in `authorization` is that member: how members prove who they are is not measured. */
export async function openGraph({ signer, verifier }: Trust): Promise<Graph> {
  const subgraph = await openSubgraph(verifier);
  const router: Router = await openRouter({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl: compose([{ name, url: subgraph.url, sdl }]),
    authenticate: async (authorization = '') => ({ viewer: memberOf(authorization) }),
    signer,
    corsOrigins: [],
    introspection: true,
    logger: createLogger('bench', 'warn'),
    drainJitterMs: 0,
  });
  return {
    url: router.url,
    async close() {
      await router.close();
      await subgraph.close();
    },
  };
}

async function openSubgraph(verifier: Verifier): Promise<Graph> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      try {
        await verifier.verify(request.headers.authorization?.replace('Bearer ', '') ?? '');
        const { query } = JSON.parse(String(Buffer.concat(chunks)));
        const result = await graphql({ schema, source: query, rootValue: { greeting: 'hello' } });
        response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
      } catch {
        response.writeHead(401).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
