import type { Viewer } from '@moa/identity';
import type { Operation } from './serve.ts';

export const member = (memberId: string): Viewer => ({ kind: 'member', memberId, roles: ['MEMBER'] });

/** The cheapest operation there is: who asks it is known to the subgraph afterwards. */
export const greet = (viewer: Viewer): Operation => ({ viewer, query: '{ __typename }', variables: {} });

const order = `id status total placedAt deliveryAddress lines { name price quantity }
  progress { paymentStatus deliveryStatus updatedAt }`;

const placeOrderDocument = `mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) { order { ${order} } userErrors { code message } }
}`;

export const placeOrder = (
  customerId: string,
  input: {
    readonly lines: readonly { readonly menuItemId: string; readonly quantity: number }[];
    readonly deliveryAddress: string;
    readonly paymentMethodId: string;
    readonly idempotencyKey: string;
  },
): Operation => ({ viewer: member(customerId), query: placeOrderDocument, variables: { input } });

export const orderById = (customerId: string, id: string): Operation => ({
  viewer: member(customerId),
  query: `query ($id: ID!) { order(id: $id) { ${order} } }`,
  variables: { id },
});

export type Page = { readonly first: number; readonly after: string | null };

/** As the router asks it: orders are a field of account's members. */
export const ordersOf = (customerId: string, page: Page & { readonly status: string | null }): Operation => ({
  viewer: member(customerId),
  query: `query ($members: [_Any!]!, $first: Int!, $after: String, $status: OrderStatus) {
    _entities(representations: $members) {
      ... on Member { orders(first: $first, after: $after, status: $status) {
        nodes { ${order} } pageInfo { hasNextPage endCursor }
      } }
    }
  }`,
  variables: { members: [{ __typename: 'Member', id: customerId }], ...page },
});

export const menuItems = (page: Page & { readonly search: string | null }): Operation => ({
  viewer: { kind: 'anonymous' },
  query: `query ($search: String, $first: Int!, $after: String) {
    menuItems(search: $search, first: $first, after: $after) {
      nodes { id name restaurant description price soldOut } pageInfo { hasNextPage endCursor }
    }
  }`,
  variables: { ...page },
});
