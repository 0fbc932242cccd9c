import { quantile } from '../measure/quantile.ts';
import type { Sample } from './generator.ts';

/** Who isn't answered by then has gone. */
export const patienceMs = 1_000;

export type Figures = {
  readonly askedPerSecond: number;
  /** Right answers that came within the patience of their clients. */
  readonly goodPerSecond: number;
  /** Shares of all requests: refused with 503; and answered too late, wrongly or not at all. */
  readonly refused: number;
  readonly lost: number;
  /** Milliseconds from the moment that a request was due; nothing where there were none. */
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  readonly refusedP99: number | undefined;
};

const isGood = ({ outcome, milliseconds }: Sample): boolean => outcome === 'answered' && milliseconds <= patienceMs;

export function figuresOf(samples: readonly Sample[], seconds: number): Figures {
  const timesOf = (which: (sample: Sample) => boolean) => samples.filter(which).map(({ milliseconds }) => milliseconds);
  const answered = timesOf(({ outcome }) => outcome === 'answered');
  const refused = timesOf(({ outcome }) => outcome === 'refused');
  const good = samples.filter(isGood).length;
  return {
    askedPerSecond: samples.length / seconds,
    goodPerSecond: good / seconds,
    refused: refused.length / samples.length,
    lost: (samples.length - good - refused.length) / samples.length,
    p50: quantileOf(answered, 0.5),
    p99: quantileOf(answered, 0.99),
    refusedP99: quantileOf(refused, 0.99),
  };
}

const quantileOf = (values: readonly number[], share: number): number | undefined =>
  values.length === 0 ? undefined : quantile(values, share);

/** When the last request came that was not answered well, of those after the load. */
export const secondsToRecover = (calm: readonly Sample[]): number =>
  calm.reduce((last, sample) => (isGood(sample) ? last : Math.max(last, sample.at)), 0) / 1_000;
