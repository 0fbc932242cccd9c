import type { EntityManager } from '@mikro-orm/postgresql';
import { loaderBy, type PageRequest } from '@moa/subgraph';
import type { Plan } from '../domain/plan.ts';
import { findSharedPlansOf } from '../persistence/plan-lists.ts';

/** What a member shares, in one page. */
export type SharedPlans = { readonly ownerId: string; readonly plans: readonly Plan[] };

/** The same page of however many members an operation asks for comes with one query: a dashboard asks for dozens. */
export function sharedPlansLoader(em: EntityManager) {
  const loaders = new Map<string, ReturnType<typeof loaderOf>>();
  const loaderOf = (page: PageRequest) =>
    loaderBy<SharedPlans>(
      ({ ownerId }) => ownerId,
      async (ownerIds) => {
        const plans = Map.groupBy(await findSharedPlansOf(em, ownerIds, page), ({ ownerId }) => ownerId);
        return [...plans].map(([ownerId, shared]) => ({ ownerId, plans: shared }));
      },
    );
  return {
    async load(ownerId: string, page: PageRequest): Promise<readonly Plan[]> {
      const key = JSON.stringify([page.first, page.after]);
      const loader = loaders.get(key) ?? loaderOf(page);
      loaders.set(key, loader);
      return (await loader.load(ownerId))?.plans ?? [];
    },
  };
}
