import { median } from './quantile.ts';

/** Two of a kind that differ in size only. */
export type Pair<Side> = { readonly small: Side; readonly large: Side };

export type Scenario<Side> = {
  readonly name: string;
  /** What one operation costs now, in milliseconds. */
  readonly measure: (side: Side) => Promise<number>;
};

/** Milliseconds an operation cost in each round. */
export type Comparison = { readonly name: string } & Pair<readonly number[]>;

/**
 * Measures every scenario on both sides, round by round and in turns, so that whatever else the machine does meets both
 * alike. A first round warms up and is not counted.
 */
export async function compare<Side>(
  scenarios: readonly Scenario<Side>[],
  sides: Pair<Side>,
  { rounds, report, signal }: { rounds: number; report: (line: string) => void; signal: AbortSignal },
): Promise<readonly Comparison[]> {
  const times = scenarios.map(({ name }) => ({ name, small: [] as number[], large: [] as number[] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { measure }] of scenarios.entries()) {
      for (const size of turn(round)) {
        signal.throwIfAborted();
        const cost = await measure(sides[size]);
        if (round > 0) times[index]?.[size].push(cost);
      }
    }
    report(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
  }
  return times;
}

/** Who goes first takes turns, too. */
const turn = (round: number) => (round % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const));

/** What the large side cost as a multiple of the small one, round by round. */
export const ratios = ({ small, large }: Pair<readonly number[]>): readonly number[] =>
  large.map((cost, round) => cost / (small[round] ?? Number.NaN));

export const ratio = (comparison: Comparison): number => median(ratios(comparison));

/** A ratio up to this counts as the same cost: two measurements of the same thing on a busy machine differ as much. */
export const flatRatio = 1.3;

export const isFlat = (comparison: Comparison): boolean => ratio(comparison) <= flatRatio;
