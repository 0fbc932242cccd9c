import type { ActionContext } from '@moa/subgraph';
import type { PaymentProvider } from '../provider/index.ts';

/** What the actions behind jobs may use: they act for the subgraph itself, and they alone speak to the provider. */
export type SettlingContext = Omit<ActionContext, 'viewer' | 'ids'> & { readonly provider: PaymentProvider };
