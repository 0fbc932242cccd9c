import type { ActionContext } from '@moa/subgraph';
import type { Advisor } from '../advisor/advisor.ts';
import type { Timing } from '../domain/timing.ts';
import type { PayPeer } from './pay-peer.ts';

/** What plan's actions may use beside the database: pay and the advisor, and never with a transaction open. */
export type PlanContext = ActionContext & {
  readonly pay: PayPeer;
  readonly advisor: Advisor;
  readonly timing: Timing;
  /** Aborted when this process takes its leave: work in hand is left to the next one. */
  readonly closing: AbortSignal;
};

/** The same for what Moa does by itself: nobody asks. */
export type SystemContext = Omit<PlanContext, 'viewer'>;
