import { type DemoDish, demoMenu } from '@moa/db/demo';

/** How much there is in a database before anything is measured. */
export type Town = { readonly orders: number; readonly dishes: number };

/** Besides the one who orders most: some order twice, some every day. */
export const customersOf = ({ orders }: Town): number => Math.max(10, Math.ceil(orders / 20));

/**
 * One order in ten is the first member's, and all of them are older than the newer half: whoever looks for them by time meets
 * everybody else's first.
 */
export const heavyOrdersOf = ({ orders }: Town): number => Math.floor(Math.floor(orders / 2) / 5);
export const isHeavySql = (number: string, orders: string): string =>
  `(${number} <= ${orders} / 2 and ${number} % 5 = 0)`;

const memberIds = '0190000a-0000-7000-8000-';
/** Member 0 is the one with a tenth of all orders, the others count from 1. */
export const memberId = (number: number): string => `${memberIds}${String(number).padStart(12, '0')}`;
/** The same in SQL. */
export const memberIdSql = (number: string): string => `('${memberIds}' || lpad((${number})::text, 12, '0'))::uuid`;

/** The demo menu, and branches of its restaurants that cook the same, until there are enough dishes; sorted by id. */
export function menuOf({ dishes }: Town): readonly DemoDish[] {
  return Array.from({ length: dishes }, (_, index) => {
    const dish = demoMenu[index % demoMenu.length];
    if (!dish) throw new Error('The demo menu is empty.');
    const branch = Math.floor(index / demoMenu.length);
    const id = `0190000d-0000-7000-8000-${String(index).padStart(12, '0')}`;
    return branch === 0
      ? { ...dish, id }
      : { ...dish, id, name: `${dish.name} ${branch}`, restaurant: `${dish.restaurant} ${branch}호점` };
  });
}
