import type { Viewer } from '@moa/identity';
import type { Policies } from '@moa/subgraph';

export const policies: Policies = {
  Query: {
    menuItems: 'public',
    menuItem: 'public',
    order: 'filtered', // the loader, by maySeeOrder
  },
  Mutation: {
    // Who is no merchant, or not the dish's, is refused in words: mayRegisterMenuItems, and the merchant's id in the statement.
    registerMenuItem: 'member',
    setMenuItemSoldOut: 'member',
    placeOrder: 'member',
    cancelOrder: 'member', // an order of somebody else looks like none: mayCancelOrder
  },
  Subscription: {
    orderChanged: 'member', // and filtered by maySeeOrder, at the start and at each change
  },
  _entities: {
    MenuItem: 'public',
    Order: 'filtered', // the loader, by maySeeOrder
    Member: 'public', // no more than the id that was asked with
  },
  Member: { id: 'with-parent', orders: 'self-or-admin' },
  MenuItem: 'with-parent',
  MenuItemConnection: 'with-parent',
  MenuItemEdge: 'with-parent',
  PageInfo: 'with-parent',
  Order: 'with-parent',
  OrderLine: 'with-parent',
  OrderCancellation: 'with-parent',
  OrderProgress: 'with-parent',
  OrderConnection: 'with-parent',
  OrderEdge: 'with-parent',
  RegisterMenuItemPayload: 'with-parent',
  SetMenuItemSoldOutPayload: 'with-parent',
  MenuItemUserError: 'with-parent',
  PlaceOrderPayload: 'with-parent',
  PlaceOrderUserError: 'with-parent',
  CancelOrderPayload: 'with-parent',
  CancelOrderUserError: 'with-parent',
};

/** Customer, the courier who brings it, and administrators. */
export const maySeeOrder = (viewer: Viewer, order: { customerId: string; courierId: string | null }): boolean =>
  viewer.kind === 'member' &&
  (viewer.memberId === order.customerId || viewer.memberId === order.courierId || viewer.roles.includes('ADMIN'));

/** Only who ordered it. */
export const mayCancelOrder = (viewer: Viewer, order: { customerId: string }): boolean =>
  viewer.kind === 'member' && viewer.memberId === order.customerId;

export const mayRegisterMenuItems = (viewer: Viewer): boolean =>
  viewer.kind === 'member' && viewer.roles.includes('MERCHANT');
