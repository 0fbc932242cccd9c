import type { Budget } from './budget.ts';
import type { Played } from './driver.ts';
import { type Figures, figuresOf } from './figures.ts';

export const isAnswered: Budget<Played> = {
  goal: 'every step is answered',
  is: 'at most',
  limit: 0,
  unit: 'not answered',
  of: ({ recording }) => unansweredOf(figuresOf(recording.seconds)),
};
export const hardlyAnyUnanswered: Budget<Played> = {
  goal: '99 % of the steps are answered',
  is: 'at least',
  limit: 99,
  unit: '%',
  of: ({ recording }) => {
    const figures = figuresOf(recording.seconds);
    return 100 * (1 - unansweredOf(figures) / figures.asked);
  },
};
export const isWhole: Budget<Played> = {
  goal: 'nothing is broken',
  is: 'at most',
  limit: 0,
  unit: 'broken',
  of: ({ recording }) => figuresOf(recording.seconds).broken,
};
export const p99Within = (limit: number): Budget<Played> => ({
  goal: `99 of 100 answers within ${limit / 1_000} s`,
  is: 'at most',
  limit,
  unit: 'ms',
  of: ({ recording }) => figuresOf(recording.seconds).p99 ?? Number.NaN,
});
const unansweredOf = ({ refused, unavailable, broken }: Figures): number => refused + unavailable + broken;

/** @param end of the load, in seconds from the beginning */
export const wellAfter = (end: number, limit: number): Budget<Played> => ({
  goal: `all is well ${limit} s after`,
  is: 'at most',
  limit,
  unit: 's',
  of: ({ recording }) => Math.max(0, recording.lastBad / 1_000 - end),
});
