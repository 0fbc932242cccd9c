import type { LiveLog } from '@moa/live';
import type { ActionContext } from '@moa/subgraph';
import type { Timing } from '../domain/timing.ts';
import type { DriverMap } from '../positions/driver-map.ts';
import type { RoutePlanner } from '../route/planner.ts';
import type { PayPeer } from './pay-peer.ts';

/** What taxi's actions may use beside the database: the map of drivers, the way-finder, pay, and the log for positions. */
export type TaxiContext = ActionContext & {
  readonly map: DriverMap;
  readonly routes: RoutePlanner;
  readonly pay: PayPeer;
  readonly live: LiveLog;
  readonly timing: Timing;
};

/** The same for what Moa does by itself: nobody asks. */
export type SystemContext = Omit<TaxiContext, 'viewer'>;
