import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import { loaderById } from '@moa/subgraph';
import { viewOf } from '../domain/member-view.ts';
import { findMembersById } from '../persistence/members.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for however many members an operation asks for, each as the viewer may see them. */
export const createLoaders = (em: EntityManager, viewer: Viewer) => ({
  member: loaderById(async (ids) => (await findMembersById(em, ids)).flatMap((member) => viewOf(member, viewer) ?? [])),
});
