import { defineEntity, p } from '@mikro-orm/core';
import type { FailureReason, RecommendationKind, RecommendationState, TripRequest } from '../domain/recommendation.ts';

export const RecommendationRow = defineEntity({
  name: 'Recommendation',
  tableName: 'recommendations',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    memberId: p.uuid(),
    kind: p.text().$type<RecommendationKind>(),
    request: p.json().$type<TripRequest>(),
    state: p.text().$type<RecommendationState>(),
    planId: p.uuid().nullable(),
    reason: p.text().$type<FailureReason>().nullable(),
    requestedAt: p.datetime(),
    changedAt: p.datetime(),
    idempotencyKey: p.text(),
    requestHash: p.text(),
  },
});
