import type { SubgraphName } from '@moa/contracts';
import type { CrashPoint } from './crash-point.ts';

/** What a process of Moa is told to do wrong from now on, over the channel to whoever started it. */
export type Order =
  /** Die the next time that one of these moments comes. Takes the place of those told before; with none, live on. */
  | { readonly kind: 'crash'; readonly at: readonly CrashPoint[] }
  /** `mixed`: take each job up after a while of its own, and do it again later, when others have been done. */
  | { readonly kind: 'jobs'; readonly come: 'once' }
  | { readonly kind: 'jobs'; readonly come: 'mixed'; readonly seed: string }
  /** Show this subgraph's domain a clock that is ahead of the true one, or behind it. */
  | { readonly kind: 'clock'; readonly subgraph: SubgraphName; readonly aheadMs: number };

/** An order on its way, and the answer: null when it holds now, else what was wrong with it. */
export type Letter = { readonly number: number; readonly order: Order };
export type Receipt = { readonly number: number; readonly fault: string | null };
