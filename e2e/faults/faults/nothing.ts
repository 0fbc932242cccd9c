import { formNames } from '../form.ts';
import type { Fault } from './fault.ts';

/** A good day. */
export const nothing: Fault = {
  name: 'nothing',
  forms: formNames,
  inject: async () => ({ says: 'nothing broken', holdMs: 2_000, heal: async () => undefined }),
};
