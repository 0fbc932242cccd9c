import { defineEntity, p } from '@mikro-orm/core';
import type { JWK } from 'jose';

/** next (published, signs nothing yet) → current (signs) → retired (what it signed is good until it expires). */
export const SigningKeyRow = defineEntity({
  name: 'SigningKey',
  tableName: 'signing_keys',
  properties: {
    kid: p.text().primary(),
    privateKey: p.json<JWK>(),
    publicKey: p.json<JWK>(),
    createdAt: p.datetime(),
    /** Since then it signs. */
    promotedAt: p.datetime().nullable(),
    /** Since then it signs nothing more. */
    retiredAt: p.datetime().nullable(),
  },
});
