import type { TaxiContext } from '../actions/context.ts';
import type { Loaders } from './loaders.ts';

/** What resolvers see of the world, made anew for each operation. */
export type GraphContext = TaxiContext & { readonly loaders: Loaders };
