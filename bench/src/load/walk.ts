import { setTimeout as pause } from 'node:timers/promises';
import { failedBy, Refused, Unavailable } from './answer.ts';

export type Outcome =
  | { readonly kind: 'answered' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' | 'broken'; readonly reason: string };

/** One step of somebody's way. */
export type Taken = {
  readonly step: string;
  /** Whether they asked and were answered, or listened until something happened. */
  readonly by: 'asking' | 'listening';
  /** When they meant to take it, on the clock of `performance.now()`. */
  readonly due: number;
  /** From then until they had what they wanted, in milliseconds. */
  readonly milliseconds: number;
  readonly outcome: Outcome;
};

/** Somebody's way, step by step. */
export type Walk = {
  /** @throws what went wrong, after it was noted; or Over, and nothing is done */
  readonly ask: <Result>(step: string, take: () => Promise<Result>) => Promise<Result>;
  /** Likewise, for what is not an answer but an event. */
  readonly listen: <Result>(step: string, take: () => Promise<Result>) => Promise<Result>;
  /** Looks at what came, for as long as people do. */
  readonly think: () => Promise<void>;
};

/** The time is over: nobody begins another step. */
export class Over extends Error {
  override readonly name = 'Over';
}

export type Pace = {
  /** When the way was to begin, whenever somebody gets to it. */
  readonly due: number;
  readonly thinkMs: () => number;
  /** No step begins after it. */
  readonly end: number;
};

/**
 * Times each step from the moment at which it was due: the first from when the way was to begin, each other from when what came
 * before was read. Whatever keeps it waiting counts, in the load's own process too.
 */
export function startWalk(pace: Pace, note: (taken: Taken) => void): Walk {
  let { due } = pace;
  const step = async <Result>(by: Taken['by'], name: string, take: () => Promise<Result>): Promise<Result> => {
    if (due > pace.end) throw new Over();
    const from = due;
    const noteThat = (outcome: Outcome) => {
      due = performance.now();
      note({ step: name, by, due: from, milliseconds: due - from, outcome });
    };
    try {
      const result = await take();
      noteThat({ kind: 'answered' });
      return result;
    } catch (cause) {
      noteThat(outcomeOf(cause));
      throw cause;
    }
  };
  return {
    ask: (name, take) => step('asking', name, take),
    listen: (name, take) => step('listening', name, take),
    async think() {
      const ms = pace.thinkMs();
      if (ms === 0) return;
      due += ms;
      await pause(Math.max(0, due - performance.now()));
    },
  };
}

function outcomeOf(cause: unknown): Outcome {
  const failure = failedBy(cause);
  if (failure instanceof Refused) return { kind: 'refused' };
  return { kind: failure instanceof Unavailable ? 'unavailable' : 'broken', reason: failure.message };
}
