import type { LiveLog } from '@moa/live';
import type { PlanContext } from '../actions/context.ts';
import type { Loaders } from './loaders.ts';

/** What resolvers see of the world, made anew for each operation. */
export type GraphContext = PlanContext & { readonly live: LiveLog; readonly loaders: Loaders };
