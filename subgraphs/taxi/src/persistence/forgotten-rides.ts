import type { EntityManager } from '@mikro-orm/postgresql';

const ended = `status in ('COMPLETED', 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM')`;

const nowhere = JSON.stringify({ name: '', latitude: 0, longitude: 0 });

/** Takes out of a customer's ended bookings where they went. Ids and sums stay. */
export async function blankPlacesOf(em: EntityManager, customerId: string): Promise<void> {
  await em.execute(
    `update bookings set pickup = ?::jsonb, dropoff = ?::jsonb,
       bill = case when bill is null then null else jsonb_set(bill, '{alighting}', ?::jsonb) end
     where customer_id = ? and ${ended}`,
    [nowhere, nowhere, JSON.stringify({ latitude: 0, longitude: 0 }), customerId],
  );
}

/** Takes plate and phone out of the ended bookings that a driver drove. Rare enough to read the whole table. */
export async function blankCarsOf(em: EntityManager, driverId: string): Promise<void> {
  await em.execute(`update bookings set plate = '', phone = '' where driver_id = ? and ${ended}`, [driverId]);
}
