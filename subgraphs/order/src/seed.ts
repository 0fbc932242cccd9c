import { openDatabase } from '@moa/database';
import type { Logger } from '@moa/telemetry';
import { database } from './persistence/database.ts';

/** A dish of the demo menu; its id is fixed, so that seeding again changes nothing. */
export type DemoDish = {
  readonly id: string;
  readonly merchantId: string;
  readonly name: string;
  readonly restaurant: string;
  readonly description: string;
  /** Whole won. */
  readonly price: number;
};

/** Puts the dishes on the menu that are not on it yet, in one statement. */
export async function seedMenu(url: string, dishes: readonly DemoDish[], logger: Logger): Promise<void> {
  const orm = await openDatabase(url, database, { logger, poolMax: 1 });
  try {
    await orm.em.fork().execute(
      `insert into menu_items (id, merchant_id, name, restaurant, description, price)
       select id, "merchantId", name, restaurant, description, price
       from jsonb_to_recordset(?::jsonb)
         as dish (id uuid, "merchantId" uuid, name text, restaurant text, description text, price integer)
       on conflict (id) do nothing`,
      [JSON.stringify(dishes)],
    );
  } finally {
    await orm.close();
  }
}
