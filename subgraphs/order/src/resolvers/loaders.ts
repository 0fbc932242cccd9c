import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import { loaderById } from '@moa/subgraph';
import { maySeeOrder } from '../domain/access.ts';
import { findMenuItemsById } from '../persistence/menu.ts';
import { findOrderViews } from '../persistence/order-views.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for however many of a kind an operation asks for. Orders that the viewer may not see are not there. */
export const createLoaders = (em: EntityManager, viewer: Viewer) => ({
  menuItem: loaderById((ids) => findMenuItemsById(em, ids)),
  order: loaderById(async (ids) => (await findOrderViews(em, ids)).filter((view) => maySeeOrder(viewer, view))),
});
