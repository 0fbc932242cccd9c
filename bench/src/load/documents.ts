export const signUp = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { session { accessToken } userErrors { code } }
}`;
export const signIn = `mutation ($input: SignInInput!) {
  signIn(input: $input) { session { accessToken member { id } } userErrors { code } }
}`;
export const savePaymentMethod = `mutation ($input: SavePaymentMethodInput!) {
  savePaymentMethod(input: $input) { paymentMethod { id } userErrors { code } }
}`;

export const stations =
  'query ($after: String) { stations(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';

export const taxiEstimate = `query ($pickup: TaxiPlaceInput!, $dropoff: TaxiPlaceInput!) {
  taxiEstimate(pickup: $pickup, dropoff: $dropoff) { fare distanceMeters durationSeconds pickupSeconds }
}`;
export const requestTaxi = `mutation ($input: RequestTaxiInput!) {
  requestTaxi(input: $input) { booking { id status } userErrors { code } }
}`;
export const taxiBookingChanged = `subscription ($id: ID!) {
  taxiBookingChanged(bookingId: $id) { status bill { fare } cancellation { reason } }
}`;

export const planBoard = `query { planBoard(first: 20) { nodes { id title location heartCount owner { id name } } } }`;
export const createPlan = `mutation ($input: CreatePlanInput!) { createPlan(input: $input) { plan { id version } userErrors { code } } }`;
export const heartPlan = `mutation ($input: HeartPlanInput!) { heartPlan(input: $input) { plan { id heartCount } userErrors { code } } }`;
