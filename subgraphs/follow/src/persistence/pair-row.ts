import { defineEntity, p } from '@mikro-orm/core';

export const PairRow = defineEntity({
  name: 'Pair',
  tableName: 'pairs',
  properties: {
    followerId: p.uuid().primary(),
    followeeId: p.uuid().primary(),
    version: p.integer(),
    number: p.bigint('string').nullable(),
    followedAt: p.datetime().nullable(),
  },
});
