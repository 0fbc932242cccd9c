import { limits } from '../limits.ts';
import type { SubgraphRequest } from './client.ts';
import { type Capacity, EventQueue } from './event-queue.ts';
import type { SubgraphResponse } from './response.ts';

/** Is told what a subscription brings. */
export type Sink = Pick<EventQueue<SubgraphResponse>, 'push' | 'end' | 'fail'>;

/** A subscription that was started. */
export type Opened = { stop(): void };

/** Starts a subscription, whose sink hears nothing before this returns. */
export type OpenUpstream = (request: SubgraphRequest, sink: Sink) => Opened;

const each: Capacity = { most: limits.eventsWaiting };
const newest: Capacity = { most: 1, dropsOldest: true };

/**
 * Who asks a subgraph for the same on behalf of the same viewer shares one upstream: as long as its first event has not come,
 * for a later reader would miss it, or for ever where the last event stands for all before it. The last reader to leave
 * stops it.
 */
export function shareUpstreams(open: OpenUpstream): (request: SubgraphRequest) => EventQueue<SubgraphResponse> {
  const joinable = new Map<string, Upstream>();
  return (request) => {
    const key = keyOf(request);
    const known = joinable.get(key);
    const upstream = known ?? new Upstream(key, request.latest ?? false, joinable);
    const queue = upstream.join();
    if (!known) upstream.begin(open(request, upstream));
    return queue;
  };
}

class Upstream implements Sink {
  readonly #key: string;
  readonly #isLatest: boolean;
  readonly #joinable: Map<string, Upstream>;
  readonly #readers = new Set<EventQueue<SubgraphResponse>>();
  #opened: Opened | undefined;
  /** What stands for the present state; only of an upstream whose last event does. */
  #latest: SubgraphResponse | undefined;

  constructor(key: string, isLatest: boolean, joinable: Map<string, Upstream>) {
    this.#key = key;
    this.#isLatest = isLatest;
    this.#joinable = joinable;
    joinable.set(key, this);
  }

  begin(opened: Opened): void {
    this.#opened = opened;
  }

  join(): EventQueue<SubgraphResponse> {
    const queue = new EventQueue<SubgraphResponse>(this.#isLatest ? newest : each, this);
    this.#readers.add(queue);
    if (this.#latest) queue.push(structuredClone(this.#latest));
    return queue;
  }

  left(queue: EventQueue<SubgraphResponse>): void {
    this.#readers.delete(queue);
    if (this.#readers.size > 0) return;
    this.#closeDoor();
    this.#opened?.stop();
  }

  push(event: SubgraphResponse): void {
    if (this.#isLatest) this.#latest = event;
    else this.#closeDoor();
    // Whoever reads an event puts the answers of other subgraphs into it.
    const mayGiveAway = !this.#isLatest && this.#readers.size === 1;
    for (const reader of this.#readers) reader.push(mayGiveAway ? event : structuredClone(event));
  }

  end(): void {
    this.#closeDoor();
    for (const reader of this.#readers) reader.end();
  }

  fail(error: unknown): void {
    this.#closeDoor();
    for (const reader of this.#readers) reader.fail(error);
  }

  #closeDoor(): void {
    if (this.#joinable.get(this.#key) === this) this.#joinable.delete(this.#key);
  }
}

const keyOf = ({ query, operationName, variables, viewer, latest }: SubgraphRequest): string =>
  JSON.stringify([query, operationName, variables, viewer, latest]);
