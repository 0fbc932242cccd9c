import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import { loaderById } from '@moa/subgraph';
import { maySeeNotification } from '../domain/access.ts';
import { findNotifications } from '../persistence/notification-views.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for however many an operation asks for. Notifications of somebody else are not there. */
export const createLoaders = (em: EntityManager, viewer: Viewer) => ({
  notification: loaderById(async (ids) =>
    (await findNotifications(em, ids)).filter((found) => maySeeNotification(viewer, found)),
  ),
});
