import { median, quantile } from '../src/measure/quantile.ts';
import type { GatewaysResult, Round } from './result.ts';

/** One target's rounds with one query, put together. */
export type Figures = {
  /** Answers per second. */
  readonly rate: number;
  /** As a multiple of the first target's: the median of the rounds' ratios, and the middle half of them. */
  readonly times: number;
  readonly middleHalf: readonly [number, number];
  /** Answers per second of processor time, and that as a multiple of the first target's. */
  readonly perCpuSecond: number | undefined;
  readonly timesPerCpuSecond: number | undefined;
  /** Share of its core that the target used. */
  readonly busy: number | undefined;
  readonly p50: number;
  readonly p99: number;
  /** Requests to subgraphs for one answer when nobody else asks, and per answer under load. */
  readonly fetchesAlone: number;
  readonly fetches: number;
};

export function figuresOf({ rounds, targets }: GatewaysResult, query: string, target: string): Figures {
  const of = (name: string | undefined) => rounds.filter((round) => round.query === query && round.target === name);
  const own = of(target);
  const first = of(targets[0]?.name);
  const ratios = ratiosOf(own.map(rate), first.map(rate));
  const perCpu = known(own.map(perCpuSecond));
  const firstPerCpu = known(first.map(perCpuSecond));
  const busy = known(own.map(({ cpuSeconds, seconds }) => cpuSeconds && cpuSeconds / seconds));
  return {
    rate: median(own.map(rate)),
    times: median(ratios),
    middleHalf: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    perCpuSecond: perCpu && median(perCpu),
    timesPerCpuSecond: perCpu && firstPerCpu && median(ratiosOf(perCpu, firstPerCpu)),
    busy: busy && median(busy),
    p50: median(own.map(({ p50 }) => p50)),
    p99: median(own.map(({ p99 }) => p99)),
    fetchesAlone: median(own.map(({ fetchesAlone }) => fetchesAlone)),
    fetches: median(own.map(({ fetches }) => fetches)),
  };
}

const rate = ({ answers, seconds }: Round): number => answers / seconds;

const perCpuSecond = ({ answers, cpuSeconds }: Round): number | undefined => cpuSeconds && answers / cpuSeconds;

/** Round by round: whatever else the machine did, both met it. */
const ratiosOf = (own: readonly number[], first: readonly number[]): readonly number[] =>
  own.map((value, round) => value / (first[round] ?? Number.NaN));

/** All of them or nothing. */
function known(values: readonly (number | undefined)[]): readonly number[] | undefined {
  const found = values.filter((value) => value !== undefined);
  return found.length === values.length ? found : undefined;
}

/** Share of its core that a gateway had while it was measured, on average. */
export function meanBusy({ rounds }: GatewaysResult): number | undefined {
  const shares = known(rounds.map(({ cpuSeconds, seconds }) => cpuSeconds && cpuSeconds / seconds));
  return shares && shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
