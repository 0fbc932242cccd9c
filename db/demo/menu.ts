import { demoId } from './ids.ts';
import { baram, garam, sora } from './members.ts';
import { dumplingAndNoodleHouses } from './menu/dumpling-and-noodle-houses.ts';
import { eveningTables } from './menu/evening-tables.ts';
import type { Restaurant } from './menu/restaurant.ts';
import { riceAndSoupHouses } from './menu/rice-and-soup-houses.ts';

/** A dish that can be ordered. */
export type DemoDish = {
  readonly id: string;
  readonly merchantId: string;
  readonly name: string;
  readonly restaurant: string;
  readonly description: string;
  /** Whole won. */
  readonly price: number;
};

/** The ids follow from the restaurant's number and the dish's place, so a new dish goes to the end of its list. */
const dishesOf = (merchantId: string, restaurants: readonly Restaurant[]): readonly DemoDish[] =>
  restaurants.flatMap(({ number, name: restaurant, dishes }) =>
    dishes.map(({ name, ko, en, price }, index) => ({
      id: demoId('2', number * 100 + index + 1),
      merchantId,
      name,
      restaurant,
      description: `${ko} ${en}`,
      price,
    })),
  );

/** Sixty dishes of eight restaurants, sorted by id. */
export const demoMenu: readonly DemoDish[] = [
  ...dishesOf(sora.id, riceAndSoupHouses),
  ...dishesOf(baram.id, dumplingAndNoodleHouses),
  ...dishesOf(garam.id, eveningTables),
];
