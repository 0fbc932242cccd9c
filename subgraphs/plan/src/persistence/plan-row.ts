import { defineEntity, p } from '@mikro-orm/core';
import type { Itinerary } from '../domain/itinerary.ts';
import type { PlanOrigin } from '../domain/plan.ts';

export const PlanRow = defineEntity({
  name: 'Plan',
  tableName: 'plans',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    ownerId: p.uuid(),
    origin: p.text().$type<PlanOrigin>(),
    recommendationId: p.uuid().nullable(),
    title: p.text().nullable(),
    location: p.text(),
    groupSize: p.integer(),
    travelDate: p.date().nullable(),
    days: p.integer(),
    budget: p.integer().nullable(),
    details: p.text().nullable(),
    itinerary: p.json().$type<Itinerary>().nullable(),
    sharedAt: p.datetime().nullable(),
    heartCount: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
