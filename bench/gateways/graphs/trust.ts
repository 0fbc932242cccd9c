import { subgraphs } from '@moa/contracts';
import { createSigner, type Viewer } from '@moa/identity';
import type { Place } from '../../src/journeys/place.ts';

/** Longer than any bench. */
const lifeSeconds = 24 * 3_600;

/**
 * How gateways tell Moa's subgraphs who asks. Ours reads the member's token that the client sends, and signs a token for each
 * subgraph and minute; the others can do neither, so each sends a token that was signed before: always the same.
 */
export async function trustOf({ doorOf, routerKey }: Place, viewer: Viewer): Promise<Readonly<Record<string, string>>> {
  const signer = createSigner(routerKey, Date.now, lifeSeconds);
  const headers = subgraphs.map(async (name) => [name, { authorization: `Bearer ${await signer.sign(viewer, name)}` }]);
  return {
    SUBGRAPH_HEADERS: JSON.stringify(Object.fromEntries(await Promise.all(headers))),
    JWKS_URL: new URL('/.well-known/jwks.json', doorOf('account')).href,
    JWT_ISSUER: 'moa-account',
    JWT_AUDIENCE: 'moa',
    IDENTITY_PRIVATE_KEY: JSON.stringify(routerKey),
    RESPONSE_CACHE: '0', // none of the others keeps answers
  };
}
