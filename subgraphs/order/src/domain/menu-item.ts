import type { Won } from '@moa/money';
import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type MenuItemRefusal, menuItemRefusals } from './refusals.ts';

/** A dish on the menu. */
export type MenuItem = {
  readonly id: string;
  readonly merchantId: string;
  readonly name: string;
  readonly restaurant: string;
  readonly description: string;
  readonly price: Won;
  readonly soldOut: boolean;
};

export type RegisterMenuItem = Pick<MenuItem, 'name' | 'restaurant' | 'description' | 'price'>;

const refuse = refusalsFrom(menuItemRefusals);
const lowestPrice = 100;
const highestPrice = 1_000_000;

/** Trims what people typed and names everything that is wrong with it at once. */
export function decideRegisterMenuItem(
  input: RegisterMenuItem,
  { id, merchantId }: { readonly id: string; readonly merchantId: string },
): Outcome<MenuItem, MenuItemRefusal['code']> {
  const name = input.name.trim();
  const restaurant = input.restaurant.trim();
  const description = input.description.trim();
  const refusals = [
    ...(isShort(name) ? [] : [refuse('NAME_INVALID', 'name')]),
    ...(isShort(restaurant) ? [] : [refuse('RESTAURANT_INVALID', 'restaurant')]),
    ...(description.length <= 500 ? [] : [refuse('DESCRIPTION_TOO_LONG', 'description')]),
    ...(input.price >= lowestPrice && input.price <= highestPrice ? [] : [refuse('PRICE_OUT_OF_RANGE', 'price')]),
  ];
  if (refusals.length > 0) return refused(...refusals);
  return done({ id, merchantId, name, restaurant, description, price: input.price, soldOut: false });
}

const isShort = (text: string): boolean => text.length >= 1 && text.length <= 60;
