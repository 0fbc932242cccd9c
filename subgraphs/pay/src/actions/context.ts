import type { ActionContext } from '@moa/subgraph';
import type { PaymentProvider } from '../provider/index.ts';

/** What pay's actions may use beside the database: the provider, and never with a transaction open. */
export type PayContext = ActionContext & { readonly provider: PaymentProvider };

/** The same for what pay does by itself: nobody asks. */
export type SettlingContext = Omit<PayContext, 'viewer' | 'ids'>;
