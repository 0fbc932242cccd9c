import { defineEntity, p } from '@mikro-orm/core';
import type { JWK } from 'jose';

export const SigningKeyRow = defineEntity({
  name: 'SigningKey',
  tableName: 'signing_keys',
  properties: {
    kid: p.text().primary(),
    privateKey: p.json<JWK>(),
    publicKey: p.json<JWK>(),
    createdAt: p.datetime(),
    /** Since then it signs nothing; what it signed before is good until it expires. */
    retiredAt: p.datetime().nullable(),
  },
});
