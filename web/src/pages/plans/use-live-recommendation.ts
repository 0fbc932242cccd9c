import { useQuery, useSubscription } from '@apollo/client/react';
import { RecommendationChangedDocument, RecommendationDocument } from './recommendation.gen.ts';

/** A recommendation as it is now, and what becomes of it. The events write into the cache, from which the query tells them on. */
export function useLiveRecommendation(id: string) {
  const { data, loading, error, refetch } = useQuery(RecommendationDocument, { variables: { id } });
  const recommendation = data?.recommendation;
  const live = useSubscription(RecommendationChangedDocument, {
    variables: { id },
    skip: recommendation?.status !== 'REQUESTED',
  });
  return { recommendation, loading, error: error ?? live.error, refetch };
}
