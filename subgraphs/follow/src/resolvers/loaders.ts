import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import { loaderById, memberId, pageLoader } from '@moa/subgraph';
import { findCounts, findFollowed, findFollowers, findFollowing } from '../persistence/follow-views.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for however many members an operation asks about. */
export const createLoaders = (em: EntityManager, viewer: Viewer) => {
  const counts = loaderById((ids) => findCounts(em, ids));
  const followed = loaderById((ids) => findFollowed(em, memberId(viewer), ids));
  const followers = pageLoader((ids, page) => findFollowers(em, ids, page));
  const following = pageLoader((ids, page) => findFollowing(em, ids, page));
  return {
    counts,
    followers,
    following,
    /** Those whom the viewer, who is a member, follows. */
    followed,
    /** Forgets what was read: an operation may hold several mutations, each of which shows what it has changed. */
    clear() {
      counts.clearAll();
      followed.clearAll();
      followers.clearAll();
      following.clearAll();
    },
  };
};
