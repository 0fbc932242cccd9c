import { defineEntity, p } from '@mikro-orm/core';

export const StationRow = defineEntity({
  name: 'Station',
  tableName: 'stations',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    nameEn: p.text(),
    latitude: p.double(),
    longitude: p.double(),
  },
});
