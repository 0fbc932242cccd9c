import { RouterError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Delay } from './delay.ts';
import { type Bounds, nextLimit } from './limit.ts';

/**
 * Keeps operations in hand to as many as this process, or a subgraph, gets done: those beyond are refused at once, while it costs next to nothing,
 * and their clients may go to another router.
 */
export interface LoadShedding {
  /** Operations that are being carried out. */
  readonly inHand: number;
  /** How many may be. */
  readonly limit: number;
  /** What the next operation is to be told, OVERLOADED, where there is no place for it. */
  readonly refusal: RouterError | undefined;
  /** For an operation that isn't refused; it leaves, whatever becomes of it. */
  enter(): void;
  leave(): void;
  close(): void;
}

const everyMs = 100;
/** Made once: it is needed when there is no time. */
export const overloaded = new RouterError('OVERLOADED', undefined, { retryAfterSeconds: 1 });

/** Whether an operation was refused since there is too much in hand, here or at a subgraph. */
export const isOverload = (error: unknown): error is RouterError => error === overloaded;

export type LoadSheddingOptions = {
  readonly delay: Delay;
  /** A delay beyond it says that there is more in hand than can be done. */
  readonly lateMs: number;
  /** Operations in hand, however well it goes; 0 for any number, however badly. */
  readonly most?: number | undefined;
};

export function openLoadShedding({ delay, lateMs, most = limits.operationsInHand }: LoadSheddingOptions): LoadShedding {
  const bounds = boundsOf(most);
  let limit = bounds.most;
  let inHand = 0;
  let peak = 0;
  let before = 0;
  const adapting = setInterval(() => {
    const now = delay.read();
    // One long turn, such as to load a supergraph, is not too much to do: what has come meanwhile is soon done.
    limit = nextLimit(limit, { late: Math.min(before, now) > lateMs, peak }, bounds);
    before = now;
    peak = inHand;
  }, everyMs).unref();

  return {
    get inHand() {
      return inHand;
    },
    get limit() {
      return Math.ceil(limit);
    },
    get refusal() {
      return inHand < limit ? undefined : overloaded;
    },
    enter() {
      inHand += 1;
      if (inHand > peak) peak = inHand;
    },
    leave() {
      inHand -= 1;
    },
    close() {
      clearInterval(adapting);
      delay.close();
    },
  };
}

function boundsOf(most: number): Bounds {
  if (most === 0) return { least: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  return { least: Math.min(limits.operationsAlwaysInHand, most), most };
}
