import type { Member, Town } from './town.ts';
import type { Walk } from './walk.ts';

/** What somebody comes for, from the first step to the last. */
export type Journey = {
  readonly name: 'a path' | 'a look around' | 'a meal' | 'a plan' | 'a ride';
  /** Of a hundred journeys. */
  readonly share: number;
  /** Gives how it ended, in words. @throws what went wrong on the way */
  readonly travel: (walk: Walk, town: Town, member: Member) => Promise<string>;
};
