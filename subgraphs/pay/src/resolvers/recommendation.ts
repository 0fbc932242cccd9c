/** Recommendations belong to plan; here they are no more than their id. */
export type RecommendationReference = { readonly id: string };
