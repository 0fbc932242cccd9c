import type { JobHandlers } from '@moa/outbox';
import { z } from 'zod';
import type { SystemContext } from '../actions/context.ts';
import { recommend } from '../actions/recommend.ts';
import { startRecommendation } from '../actions/start-recommendation.ts';

const job = z.object({ recommendationId: z.uuid() });

/** The subgraph's own work. `contextFor` is asked anew for each run: what one read must not outlive it. */
export const jobHandlers = (contextFor: () => SystemContext): JobHandlers => ({
  async startRecommendation(data) {
    const { recommendationId } = job.parse(data);
    const recommendation = await startRecommendation(contextFor(), recommendationId);
    if (recommendation?.state === 'REQUESTED') {
      throw new Error(`Whether there is a token for the recommendation ${recommendationId} is not known yet.`);
    }
  },
  recommend: (data) => recommend(contextFor(), job.parse(data).recommendationId),
});
