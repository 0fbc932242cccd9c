import { openDatabase } from '@moa/database';
import type { Logger } from '@moa/telemetry';
import { labelOf } from './domain/payment-method.ts';
import { database } from './persistence/database.ts';

/** A payment method of a demo member; its id is fixed, so that seeding again changes nothing. */
export type DemoPaymentMethod = {
  readonly id: string;
  readonly memberId: string;
  /** What the provider knows it by, such as the sandbox's `tok_ok`. */
  readonly providerToken: string;
};

/** Saves the payment methods that are not there yet, in one statement. */
export async function seedPaymentMethods(
  url: string,
  methods: readonly DemoPaymentMethod[],
  logger: Logger,
): Promise<void> {
  const orm = await openDatabase(url, database, { logger, poolMax: 1 });
  const labelled = methods.map((method) => ({ ...method, label: labelOf(method.memberId, method.providerToken) }));
  try {
    await orm.em.fork().execute(
      `insert into payment_methods (id, member_id, provider_token, label, created_at)
       select id, "memberId", "providerToken", label, clock_timestamp()
       from jsonb_to_recordset(?::jsonb)
         as method (id uuid, "memberId" uuid, "providerToken" text, label text)
       on conflict do nothing`,
      [JSON.stringify(labelled)],
    );
  } finally {
    await orm.close();
  }
}
