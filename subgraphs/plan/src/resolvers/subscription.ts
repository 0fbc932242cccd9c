import { follow, graphError } from '@moa/subgraph';
import { recommendationChannel } from '../actions/channels.ts';
import { maySeeRecommendation } from '../domain/access.ts';
import { type RecommendationView, viewOf } from '../domain/recommendation-view.ts';
import { findRecommendation } from '../persistence/recommendations.ts';
import type { SubscriptionResolvers } from './schema.gen.ts';

export const Subscription: SubscriptionResolvers = {
  recommendationChanged: {
    subscribe: async (_root, { recommendationId }, { em, live, viewer }) => {
      const maySee = (view: RecommendationView) => maySeeRecommendation(viewer, view);
      const read = async () => {
        const found = await findRecommendation(em, recommendationId);
        return found && maySeeRecommendation(viewer, found) ? viewOf(found) : null;
      };
      if (!(await read())) throw graphError('NOT_FOUND', 'There is no such recommendation of yours.');
      return follow({ live, channel: recommendationChannel(recommendationId.toLowerCase()), read, maySee });
    },
    resolve: (view: RecommendationView) => view,
  },
};
