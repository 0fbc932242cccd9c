import { limits } from '../limits.ts';
import type { SubgraphRequest } from './client.ts';
import { type Capacity, createEventQueue, type EventQueue } from './event-queue.ts';
import type { SubgraphResponse } from './response.ts';

/** Is told what a subscription brings. */
export type Sink = Pick<EventQueue<SubgraphResponse>, 'push' | 'end' | 'fail'>;

/** Starts a subscription, whose sink hears nothing before this returns; what is returned stops it. */
export type OpenUpstream = (request: SubgraphRequest, sink: Sink) => () => void;

type Upstream = {
  readonly readers: Set<EventQueue<SubgraphResponse>>;
  /** What stands for the present state; only of an upstream whose last event does. */
  latest?: SubgraphResponse;
  stop(): void;
};

const each: Capacity = { most: limits.eventsWaiting };
const newest: Capacity = { most: 1, dropsOldest: true };

/**
 * Who asks a subgraph for the same on behalf of the same viewer shares one upstream: as long as its first event has not come,
 * for a later reader would miss it, or for ever where the last event stands for all before it. The last reader to leave
 * stops it.
 */
export function shareUpstreams(
  open: OpenUpstream,
): (request: SubgraphRequest) => AsyncIterableIterator<SubgraphResponse> {
  const joinable = new Map<string, Upstream>();

  const begin = (key: string, request: SubgraphRequest): Upstream => {
    const { latest = false } = request;
    const upstream: Upstream = { readers: new Set(), stop: () => {} };
    const close = (): void => {
      if (joinable.get(key) === upstream) joinable.delete(key);
    };
    joinable.set(key, upstream);
    const stop = open(request, {
      push(event) {
        if (latest) upstream.latest = event;
        else close();
        // Whoever reads an event puts the answers of other subgraphs into it.
        const mayGiveAway = !latest && upstream.readers.size === 1;
        for (const reader of upstream.readers) reader.push(mayGiveAway ? event : structuredClone(event));
      },
      end() {
        close();
        for (const reader of upstream.readers) reader.end();
      },
      fail(error) {
        close();
        for (const reader of upstream.readers) reader.fail(error);
      },
    });
    upstream.stop = () => {
      close();
      stop();
    };
    return upstream;
  };

  return (request) => {
    const key = keyOf(request);
    const upstream = joinable.get(key) ?? begin(key, request);
    const reader = createEventQueue<SubgraphResponse>(request.latest ? newest : each, () => {
      upstream.readers.delete(reader);
      if (upstream.readers.size === 0) upstream.stop();
    });
    upstream.readers.add(reader);
    if (upstream.latest) reader.push(structuredClone(upstream.latest));
    return reader.events;
  };
}

const keyOf = ({ query, operationName, variables, viewer, latest }: SubgraphRequest): string =>
  JSON.stringify([query, operationName, variables, viewer, latest]);
