import { mergeHistograms, percentileOf } from '../measure/histogram.ts';
import type { Tally } from './recorder.ts';

/** What is said of some steps. Times are milliseconds, and nothing where nobody was answered. */
export type Figures = {
  /** How many steps, also those that were not answered. */
  readonly asked: number;
  readonly answered: number;
  readonly refused: number;
  readonly unavailable: number;
  readonly broken: number;
  readonly p50: number | undefined;
  readonly p95: number | undefined;
  readonly p99: number | undefined;
  readonly longest: number | undefined;
};

export function figuresOf(tallies: readonly Tally[]): Figures {
  const answered = mergeHistograms(tallies.map((tally) => tally.answered));
  const refused = sum(tallies.map((tally) => tally.refused));
  const unavailable = sum(tallies.map((tally) => tally.unavailable));
  const broken = sum(tallies.map((tally) => tally.broken));
  return {
    asked: answered.count + refused + unavailable + broken,
    answered: answered.count,
    refused,
    unavailable,
    broken,
    p50: percentileOf(answered, 0.5),
    p95: percentileOf(answered, 0.95),
    p99: percentileOf(answered, 0.99),
    longest: percentileOf(answered, 1),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
