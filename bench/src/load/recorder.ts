import { emptyHistogram, type Histogram, record } from '../measure/histogram.ts';
import type { Taken } from './walk.ts';

/** What came of steps of one kind, or of one second. */
export type Tally = {
  /** Times of those that came to their end as they should, in milliseconds. */
  readonly answered: Histogram;
  refused: number;
  unavailable: number;
  broken: number;
};

/** What came of a profile. Plain data, to be sent between processes. */
export type Recording = {
  readonly steps: Record<string, Tally>;
  /** All steps that ask, and of those that listen the ones that went wrong, by the second in which they were due. */
  readonly seconds: Tally[];
  /** How often which fault came. */
  readonly faults: Record<string, number>;
  /** How journeys ended, by their names. */
  readonly ends: Record<string, number>;
  /** Milliseconds from the beginning to when the last step was due that was not answered well. */
  lastBad: number;
};

/** Who asks is answered well by then. */
export const goodWithinMs = 1_000;

export const emptyTally = (): Tally => ({ answered: emptyHistogram(), refused: 0, unavailable: 0, broken: 0 });

export const emptyRecording = (): Recording => ({ steps: {}, seconds: [], faults: {}, ends: {}, lastBad: 0 });

/** @param began the moment from which seconds are counted, on the clock of `performance.now()` */
export function openRecorder(began: number) {
  const recording = emptyRecording();
  const secondOf = (second: number): Tally => {
    while (recording.seconds.length <= second) recording.seconds.push(emptyTally());
    return recording.seconds[second] ?? emptyTally();
  };
  return {
    recording,
    note({ step, by, due, milliseconds, outcome }: Taken): void {
      const at = Math.max(0, due - began);
      recording.steps[step] ??= emptyTally();
      const tallies = [recording.steps[step]];
      if (by === 'asking' || outcome.kind !== 'answered') tallies.push(secondOf(Math.floor(at / 1_000)));
      for (const tally of tallies) {
        if (outcome.kind === 'answered') record(tally.answered, milliseconds);
        else tally[outcome.kind] += 1;
      }
      if ('reason' in outcome) count(recording.faults, `${step}: ${outcome.reason}`);
      const isGood = outcome.kind === 'answered' && (by === 'listening' || milliseconds <= goodWithinMs);
      if (!isGood) recording.lastBad = Math.max(recording.lastBad, at);
    },
    end: (journey: string) => count(recording.ends, journey),
  };
}

export type Recorder = ReturnType<typeof openRecorder>;

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
