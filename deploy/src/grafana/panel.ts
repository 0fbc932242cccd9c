/** What a panel's numbers are. Grafana's own names of units. */
export type Unit = 'short' | 'ops' | 's' | 'bytes' | 'percentunit' | 'bool_on_off';

/** A line, or several: one for each set of labels that the query gives. */
export type Query = {
  readonly expr: string;
  /** `{{label}}` stands for the label's value. */
  readonly legend: string;
};

/** A chart over time. */
export type Panel = {
  readonly title: string;
  readonly unit: Unit;
  readonly queries: readonly Query[];
  /** Where it becomes bad, as the alert about it has it. */
  readonly badFrom?: number;
};

export type Row = { readonly title: string; readonly panels: readonly Panel[] };

/** A panel of one query. */
export const panel = (title: string, unit: Unit, expr: string, legend: string, badFrom?: number): Panel => ({
  title,
  unit,
  queries: [{ expr, legend }],
  ...(badFrom !== undefined && { badFrom }),
});

/** The quantile of a histogram, by these labels. */
export const quantile = (q: number, histogram: string, by: string): string =>
  `histogram_quantile(${q}, sum by (le${by && `, ${by}`}) (rate(${histogram}_bucket[$__rate_interval])))`;

/** How often a second a counter counts, by these labels. */
export const perSecond = (counter: string, by: string): string => `sum by (${by}) (rate(${counter}[$__rate_interval]))`;
