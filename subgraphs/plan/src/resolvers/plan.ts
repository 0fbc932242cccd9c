import { won } from '@moa/money';
import { addDays } from '../domain/calendar.ts';
import { datedDays } from './itinerary.ts';
import type { PlanResolvers } from './schema.gen.ts';

export const Plan: PlanResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.plan.load(id),
  owner: ({ ownerId }) => ({ id: ownerId }),
  returnDate: ({ travelDate, days }) => travelDate && addDays(travelDate, days - 1),
  itinerary: async (plan, _arguments, { loaders }) => {
    const found = await loaders.itinerary.load(plan.id);
    return found ? datedDays(plan, found.itinerary) : [];
  },
  estimatedCost: async ({ id }, _arguments, { loaders }) => {
    const found = await loaders.itinerary.load(id);
    return found && won(Math.round(found.itinerary.estimatedCost));
  },
  heartedByMe: async ({ id }, _arguments, { viewer, loaders }) =>
    viewer.kind === 'member' ? (await loaders.heart.load(id)) !== null : null,
};
