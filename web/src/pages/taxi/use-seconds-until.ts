import { useNow } from './use-now.ts';

/** Whole seconds left, counting down; none without a time, or when it is past. @param at in milliseconds, as Date.now() says */
export function useSecondsUntil(at: number | undefined): number {
  const isAhead = at !== undefined && at > Date.now();
  const now = useNow(isAhead ? 250 : 0);
  return isAhead ? Math.max(0, Math.ceil((at - now) / 1000)) : 0;
}
