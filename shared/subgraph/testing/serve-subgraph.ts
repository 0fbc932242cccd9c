import { createSigner, generateKey, type Viewer } from '@moa/identity';
import { type Jobs, openJobs } from '@moa/jobs';
import { type LiveLog, openLive } from '@moa/live';

import { createLogger } from '@moa/telemetry';
import { type Answer, type Bus, post, type Subscription, subscribe } from '@moa/testing';
import { type ListenOptions, listen } from '../src/listen.ts';
import type { Subgraph } from '../src/subgraph.ts';

const logger = createLogger('test', process.env.LOG_LEVEL ?? 'silent');

/** What a subgraph is opened with in a test: a bus of its own, and a silent logger. */
export type TestGround = {
  readonly bus: { readonly jobs: Jobs; readonly live: LiveLog };
  /** What the bus stands on, for a subgraph that keeps something there itself. */
  readonly busUrl: string;
  readonly logger: typeof logger;
};

/** A subgraph that listens, and the means to talk to it as the router would, or as another subgraph. */
export type ServedSubgraph = TestGround & {
  readonly url: string;
  /** Runs an operation as this viewer. */
  ask<Data = Record<string, unknown>>(
    viewer: Viewer,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
  /** Follows a subscription as this viewer. */
  watch<Data = Record<string, unknown>>(
    viewer: Viewer,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Subscription<Data>>;
  /** A token that says who asks, as the router or (for a service) that service signs it. */
  token(viewer: Viewer): Promise<string>;
  close(): Promise<void>;
};

/** Opens a subgraph on a fresh bus of the kind and listens on a free port. */
export async function serveSubgraph<Context extends object, Opened extends Subgraph<Context>>(
  kind: Bus,
  open: (ground: TestGround) => Promise<Opened>,
  options: (opened: Opened) => Partial<ListenOptions> = () => ({}),
): Promise<ServedSubgraph> {
  const bus = await kind.open();
  const jobs = await openJobs({ url: bus.url, logger });
  const live = await openLive({ url: bus.url, logger });
  const ground: TestGround = { bus: { jobs, live }, busUrl: bus.url, logger };
  const opened = await open(ground);
  const parties = await Promise.all(['router', 'order', 'taxi', 'plan'].map(generateKey));
  const keys = { keys: parties.map(({ publicKey }) => publicKey) };
  const listening = await listen(opened, { port: 0, host: '127.0.0.1', keys, logger, ...options(opened) });
  const signers = new Map(parties.map(({ privateKey }) => [privateKey.kid, createSigner(privateKey)]));

  const token = async (viewer: Viewer): Promise<string> => {
    const issuer = viewer.kind === 'service' ? viewer.name : 'router';
    const signer = signers.get(issuer);
    if (!signer) throw new Error(`No key was made for ${issuer}.`);
    return signer.sign(viewer, opened.name);
  };
  return {
    ...ground,
    url: listening.url,
    token,
    ask: async (viewer, query, variables = {}) => post(listening.url, { query, variables, token: await token(viewer) }),
    watch: async (viewer, query, variables = {}) =>
      subscribe(listening.url, { query, variables, extensions: { viewer: await token(viewer) } }),
    async close() {
      await listening.close();
      await Promise.all([jobs.close(), live.close()]);
      await bus.close();
    },
  };
}
