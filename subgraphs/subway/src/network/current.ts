import type { EntityManager } from '@mikro-orm/postgresql';
import { readVersion } from '../persistence/network.ts';
import type { NetworkMemory } from './memory.ts';
import type { NetworkView } from './view.ts';

/** The network as one operation sees it. */
export type CurrentNetwork = {
  /**
   * No older than the operation, whichever process made the last change: the database is asked for the version, once. All
   * fields of the operation see the same.
   */
  view(): Promise<NetworkView>;
  /** The next look is at what there is then: an operation may hold several mutations, each of which shows what it has changed. */
  forget(): void;
};

export function currentNetwork(em: EntityManager, memory: NetworkMemory): CurrentNetwork {
  let view: Promise<NetworkView> | undefined;
  return {
    view() {
      view ??= readVersion(em).then((version) => memory.atLeast(version));
      return view;
    },
    forget() {
      view = undefined;
    },
  };
}
