import type { CityOrderFragment, CityRideFragment } from './city.gen.ts';

/** Each is a subscription, and a router allows only so many to one socket. */
const most = 10;

export const isOnItsWay = ({ status }: CityOrderFragment): boolean => status === 'ORDERED' || status === 'PAID';

export const isUnderWay = ({ status }: CityRideFragment): boolean => {
  switch (status) {
    case 'REQUESTED':
    case 'DISPATCHING':
    case 'DISPATCHED':
    case 'IN_RIDE':
    case 'CANCEL_REQUESTED':
      return true;
    case 'COMPLETED':
    case 'CANCELLED_BY_CUSTOMER':
    case 'CANCELLED_BY_SYSTEM':
      return false;
  }
};

/** Its car is known, and moves. */
export const hasCar = ({ status }: CityRideFragment): boolean => status === 'DISPATCHED' || status === 'IN_RIDE';

/** The newest of those that move. */
export const moving = <Item>(items: readonly Item[] | undefined, moves: (item: Item) => boolean): readonly Item[] =>
  items?.filter(moves).slice(0, most) ?? [];
