import type { ActionContext } from '@moa/subgraph';
import type { DeliveryPeer } from './delivery-peer.ts';

/** What order's actions may use: delivery too, which one of them asks. */
export type OrderContext = ActionContext & { readonly delivery: DeliveryPeer };
