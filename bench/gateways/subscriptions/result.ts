import type { SummedUp } from './clients.ts';
import type { Published } from './subgraph.ts';

/** Whether all clients subscribe to the same, or each to a channel of its own. */
export type Kind = 'the same' | 'each its own';

export type Measured = {
  readonly target: string;
  readonly kind: Kind;
  /** Subscriptions and sockets that the gateway keeps at the subgraph. */
  readonly upstream: Published;
  /** Bytes of the gateway before any client came, and with all of them after the last event. */
  readonly rss: { readonly before: number | undefined; readonly after: number | undefined };
  /** Processor seconds of the gateway while the events were published and delivered. */
  readonly cpuSeconds: number | undefined;
  /** From the first of these events to the last delivery. */
  readonly seconds: number;
  readonly delivered: SummedUp;
  /** Share of the deliveries that did not come; 0 where all is well. */
  readonly missing: number;
  /** Sockets and subscriptions that ended by themselves, and what the first of them said. */
  readonly ended: number;
  readonly why: string;
};

/** A gateway that could not be measured, and why. */
export type Failed = { readonly target: string; readonly kind: Kind; readonly failure: string };

export type SubscriptionsResult = {
  readonly measured: readonly (Measured | Failed)[];
  readonly clients: number;
  readonly events: number;
  readonly everyMs: number;
  readonly bound: boolean;
  readonly versions: readonly string[];
  readonly machine: string;
};
