import type { LoadResult } from './result.ts';

/** What must come out of a profile. */
export type Budget<Result> = {
  /** In words, with the limit. */
  readonly goal: string;
  readonly is: 'at most' | 'at least';
  readonly limit: number;
  readonly unit: string;
  readonly of: (result: Result) => number;
};

export type Verdict = Omit<Budget<unknown>, 'of'> & { readonly measured: number; readonly isMet: boolean };

export const judge = <Result>(budgets: readonly Budget<Result>[], result: Result): readonly Verdict[] =>
  budgets.map(({ of, ...budget }) => {
    const measured = of(result);
    // Where nothing was measured, nothing is met.
    const isMet = budget.is === 'at most' ? measured <= budget.limit : measured >= budget.limit;
    return { ...budget, measured, isMet };
  });

/** What a budget that is not met says: which, and by how much. */
export function shortfallOf({ goal, measured, limit, unit }: Verdict): string {
  const by = Math.abs(measured - limit);
  return `${goal}; it is ${show(measured, unit)}, ${show(by, unit)} ${measured > limit ? 'too much' : 'too little'}`;
}

/** Every budget that was not met, by form and profile. */
export const shortfallsOf = ({ forms }: LoadResult): readonly string[] =>
  forms.flatMap(({ form, outcomes }) =>
    outcomes.flatMap(({ profile, verdicts }) =>
      verdicts.filter(({ isMet }) => !isMet).map((verdict) => `${form}, ${profile.name}: ${shortfallOf(verdict)}`),
    ),
  );

export const show = (value: number, unit: string): string => {
  const digits = Number.isInteger(value) || value >= 1_000 ? 0 : 2;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })}${unit === '' ? '' : ` ${unit}`}`;
};
