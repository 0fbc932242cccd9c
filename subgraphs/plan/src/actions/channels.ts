/** The channel of the live log that carries a recommendation's views. */
export const recommendationChannel = (recommendationId: string): string => `recommendation:${recommendationId}`;
