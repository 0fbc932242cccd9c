import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { DriverState } from '../domain/driver.ts';

export const DriverRow = defineEntity({
  name: 'Driver',
  tableName: 'drivers',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    plate: p.text(),
    phone: p.text(),
    state: p.text().$type<DriverState>(),
    offerId: p.uuid().nullable(),
    bookingId: p.uuid().nullable(),
    leaving: p.boolean(),
  },
});
export type DriverRow = InferEntity<typeof DriverRow>;
