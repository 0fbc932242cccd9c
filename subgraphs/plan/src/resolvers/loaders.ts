import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import { loaderById, pageLoader } from '@moa/subgraph';
import { maySeePlan, maySeeRecommendation } from '../domain/access.ts';
import { viewOf } from '../domain/recommendation-view.ts';
import { findHearted } from '../persistence/hearts.ts';
import { findSharedPlansOf } from '../persistence/plan-lists.ts';
import { findItineraries, findPlans } from '../persistence/plans.ts';
import { findRecommendations } from '../persistence/recommendations.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for however many of a kind an operation asks for. What the viewer may not see is not there. */
export const createLoaders = (em: EntityManager, viewer: Viewer) => ({
  plan: loaderById(async (ids) => (await findPlans(em, ids)).filter((found) => maySeePlan(viewer, found))),
  /** Of plans that the viewer has got already. */
  itinerary: loaderById((planIds) => findItineraries(em, planIds)),
  /** Whether the viewer gave these plans their heart: the plan's id, or nothing. */
  heart: loaderById(async (planIds) => (viewer.kind === 'member' ? findHearted(em, viewer.memberId, planIds) : [])),
  recommendation: loaderById(async (ids) =>
    (await findRecommendations(em, ids)).filter((found) => maySeeRecommendation(viewer, found)).map(viewOf),
  ),
  sharedPlans: pageLoader((ownerIds, page) => findSharedPlansOf(em, ownerIds, page)),
});
