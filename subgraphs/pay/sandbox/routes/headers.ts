import { z } from 'zod';

/** The header that makes a POST safe to repeat. */
export const keyHeader = z.object({
  'idempotency-key': z.string({ error: 'send an Idempotency-Key header with every POST' }).min(1).max(255),
});
