/** Everything that is mine: nine fetches of the router, from seven subgraphs. */
export const myPage = `query MyPage {
  me {
    id name
    plans { nodes { id title location } }
    following { nodes { id name plans { nodes { id title } } } }
    notifications { nodes { id text createdAt } }
    tokenAccount { balance }
    orders(first: 10) { nodes { id status total placedAt lines { name quantity price } progress { paymentStatus deliveryStatus } } }
    taxiBookings { nodes { id status } }
  }
}`;

/** What can be ordered. */
export const menu = `query Menu { menuItems(first: 50) { nodes { id name restaurant description price soldOut } pageInfo { hasNextPage endCursor } } }`;

/** From Gangnam to a station far away, at an hour of its own, so that the fare is always the same. */
export const findPath = (from: string, to: string) => `query FindPath {
  subwayPath(from: "${from}", to: "${to}", departAt: "2026-01-15T12:00:00+09:00") {
    distanceMeters durationSeconds transferCount isEstimated
    stations { id name }
    legs { line { id name color } stations { id name } distanceMeters durationSeconds }
    fare { passenger card single isEarlyBird }
  }
}`;

export const placeOrder = `mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) { order { id status total lines { name price quantity } } userErrors { code message } }
}`;

export const watchOrder = `subscription WatchOrder($id: ID!) { orderChanged(orderId: $id) { id status progress { paymentStatus } } }`;
