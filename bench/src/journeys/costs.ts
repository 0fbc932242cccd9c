import { median } from '../measure/quantile.ts';

/** What one journey cost, on average, or a second at rest; milliseconds of processor time. */
export type Costs = {
  readonly moa: number;
  readonly postgres: number;
  readonly redis: number;
  /** To PostgreSQL and back. */
  readonly roundTrips: number;
  readonly statements: number;
};

/** Each figure made from the figures of the same name. */
export const costsFrom = (figure: (name: keyof Costs) => number): Costs => ({
  moa: figure('moa'),
  postgres: figure('postgres'),
  redis: figure('redis'),
  roundTrips: figure('roundTrips'),
  statements: figure('statements'),
});

/** Each figure's own. */
export const medianOf = (costs: readonly Costs[]): Costs =>
  costsFrom((name) => median(costs.map((cost) => cost[name])));
