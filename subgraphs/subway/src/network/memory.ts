import type { NetworkView } from './view.ts';

/** The network as this process knows it. */
export type NetworkMemory = {
  /** What is in memory when it is of this version or newer; else it is loaded, once for all who wait. */
  atLeast(version: number): Promise<NetworkView>;
};

/** `load` reads the network as it is when it is called, or later; it is given what was in memory so far. */
export function createNetworkMemory(load: (held?: NetworkView) => Promise<NetworkView>): NetworkMemory {
  let held: NetworkView | undefined;
  let loading: Promise<NetworkView> | undefined;
  const reload = (): Promise<NetworkView> => {
    loading ??= load(held)
      .then((view) => {
        held = view;
        return view;
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  };
  return {
    async atLeast(version) {
      if (held && held.version >= version) return held;
      const joined = await reload();
      // It may have begun before there was that version. The next one did not.
      const view = joined.version >= version ? joined : await reload();
      if (view.version < version)
        throw new Error(`The network has gone back from version ${version} to ${view.version}.`);
      return view;
    },
  };
}
