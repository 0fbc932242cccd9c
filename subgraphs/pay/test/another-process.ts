import { createSigner, generateKey, type Viewer } from '@moa/identity';
import { listen } from '@moa/subgraph';
import { type Answer, post } from '@moa/testing';
import { onTestFinished } from 'vitest';
import { createProvider, openPay } from '../src/index.ts';
import type { freshPay } from './fresh-pay.ts';

type Pay = Pick<Awaited<ReturnType<typeof freshPay>>, 'url' | 'sandbox' | 'ground'>;

/** A process beside the first, whose provider waits as long as it is told to; it listens to `viewer` alone. */
export async function anotherProcess({ url, sandbox, ground }: Pay, viewer: Viewer, deadlineMs = 20_000) {
  const provider = createProvider({ kind: 'sandbox', url: sandbox.url, deadlineMs });
  const asked = Promise.withResolvers<void>();
  const charge: typeof provider.charge = (request, signal) => {
    asked.resolve();
    return provider.charge(request, signal);
  };
  const opened = await openPay({ databaseUrl: url, provider: { ...provider, charge } }, ground);
  const { privateKey, publicKey } = await generateKey(viewer.kind === 'service' ? viewer.name : 'router');
  let killing: Promise<void> | undefined;
  const close = () => {
    killing ??= provider.close().then(opened.close);
    return killing;
  };
  const keys = { keys: [publicKey] };
  const { logger } = ground;
  const listening = await listen({ ...opened, close }, { port: 0, host: '127.0.0.1', keys, logger });
  onTestFinished(listening.close);
  return {
    ask: async <Data>(query: string, variables: Record<string, unknown>): Promise<Answer<Data>> =>
      post<Data>(listening.url, { query, variables, token: await createSigner(privateKey).sign(viewer, 'pay') }),
    /** Resolves once it has asked its provider for money. */
    charging: asked.promise,
    /** Cuts it off from the provider, then from everything else, whatever it is at. */
    kill: close,
  };
}
