import { payload } from '@moa/subgraph';
import { goOffline } from '../actions/go-offline.ts';
import { goOnline } from '../actions/go-online.ts';
import { registerDriver } from '../actions/register-driver.ts';
import { reportPosition } from '../actions/report-position.ts';
import type { MutationResolvers } from './schema.gen.ts';

type DriverMutations = Required<
  Pick<MutationResolvers, 'registerDriver' | 'goOnline' | 'goOffline' | 'reportPosition'>
>;

export const driverMutations: DriverMutations = {
  registerDriver: async (_root, { input }, context) => payload('driver', await registerDriver(context, input)),
  goOnline: async (_root, { input }, context) => payload('driver', await goOnline(context, input)),
  goOffline: async (_root, _arguments, context) => payload('driver', await goOffline(context)),
  reportPosition: async (_root, { input }, context) => payload('position', await reportPosition(context, input)),
};
