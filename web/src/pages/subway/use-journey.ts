import { useSearchParams } from 'react-router';

export const criteria = ['DURATION', 'TRANSFERS', 'DISTANCE'] as const;
export type Criterion = (typeof criteria)[number];

/** What is looked for: ids of stations, and by what the way is chosen. */
export type Journey = { readonly from: string | undefined; readonly to: string | undefined; readonly by: Criterion };

/** It stands in the address, so that a way can be sent to a friend, and is there again after signing in. */
export function useJourney(): readonly [Journey, (change: Partial<Journey>) => void] {
  const [params, setParams] = useSearchParams();
  const journey: Journey = {
    from: params.get('from') ?? undefined,
    to: params.get('to') ?? undefined,
    by: criteria.find((each) => each === params.get('by')) ?? 'DURATION',
  };
  const change = (changed: Partial<Journey>) => {
    const { from, to, by } = { ...journey, ...changed };
    setParams(
      { ...(from && { from }), ...(to && { to }), ...(by !== 'DURATION' && { by }) },
      { replace: true, preventScrollReset: true },
    );
  };
  return [journey, change];
}
