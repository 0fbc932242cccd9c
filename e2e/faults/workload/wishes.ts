/** What people ask for: the mutation's name, with the field of its payload that is there when it was granted. */
export const wishes = {
  placeOrder: 'order { id }',
  cancelOrder: 'order { id }',
  acceptDelivery: 'delivery { id }',
  completeDelivery: 'delivery { id }',
  requestTaxi: 'booking { id }',
  cancelTaxi: 'booking { id }',
  registerDriver: 'driver { id: plate }',
  goOnline: 'driver { id: plate }',
  acceptRide: 'booking { id }',
  declineRide: 'offer { id }',
  startRide: 'booking { id }',
  endRide: 'booking { id }',
  savePaymentMethod: 'paymentMethod { id }',
  buyTokens: 'purchase { id }',
  requestRecommendation: 'recommendation { id }',
  createPlan: 'plan { id }',
  sharePlan: 'plan { id }',
  unsharePlan: 'plan { id }',
  heartPlan: 'plan { id }',
  unheartPlan: 'plan { id }',
  follow: 'followedMember { id }',
  unfollow: 'unfollowedMember { id }',
} as const;

export type Wish = keyof typeof wishes;

/** The mutation in GraphQL, with one variable `input`. */
export function documentOf(wish: Wish): string {
  const type = `${wish.charAt(0).toUpperCase()}${wish.slice(1)}Input`;
  return `mutation ($input: ${type}!) { payload: ${wish}(input: $input) { made: ${wishes[wish]} userErrors { code } } }`;
}
