import type { ActionContext } from '@moa/subgraph';
import type { CurrentNetwork } from '../network/current.ts';
import type { Loaders } from './loaders.ts';

/** What resolvers see of the world, made anew for each operation. */
export type GraphContext = ActionContext & { readonly network: CurrentNetwork; readonly loaders: Loaders };
