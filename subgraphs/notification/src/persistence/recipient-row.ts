import { defineEntity, p } from '@mikro-orm/core';
import type { Language } from '@moa/contracts';

export const RecipientRow = defineEntity({
  name: 'Recipient',
  tableName: 'recipients',
  properties: {
    id: p.uuid().primary(),
    profileVersion: p.integer(),
    name: p.text(),
    language: p.text().$type<Language>(),
    lastNumber: p.integer(),
    unreadCount: p.integer(),
    isForgotten: p.boolean(),
  },
});
