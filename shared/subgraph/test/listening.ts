import { createSigner, generateKey, type Viewer } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { type ListenOptions, listen, type Subgraph } from '../src/index.ts';

/** Listens as in production, with the router's key at hand. */
export async function listening<Context extends object>(
  subgraph: Subgraph<Context>,
  options: Partial<ListenOptions> = {},
) {
  const { privateKey, publicKey } = await generateKey('router');
  const { url, handle, close } = await listen(subgraph, {
    port: 0,
    host: '127.0.0.1',
    keys: { keys: [publicKey] },
    logger: createLogger(subgraph.name, 'silent'),
    ...options,
  });
  const token = (audience = subgraph.name, viewer: Viewer = { kind: 'anonymous' }) =>
    createSigner(privateKey).sign(viewer, audience);
  return { url, handle, close, token, privateKey };
}
