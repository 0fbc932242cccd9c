import type { Viewer } from '@moa/identity';

/** Keeps each member to a handful of open sockets, whichever of their sessions opened them, and strangers to more of them together. */
export interface SocketPlaces {
  /** What it gives is called when the socket is closed; nothing where all places are taken. */
  take(viewer: Viewer): (() => void) | undefined;
}

export type PlaceLimits = {
  readonly perMember: number;
  /** Of all who come from one address and aren't signed in; 0 for any number. */
  readonly perAddress: number;
};

export function createSocketPlaces({ perMember, perAddress }: PlaceLimits): SocketPlaces {
  const members = createPlaces(perMember);
  const addresses = createPlaces(perAddress === 0 ? Number.POSITIVE_INFINITY : perAddress);
  return {
    take(viewer) {
      switch (viewer.kind) {
        case 'member':
          return members(viewer.memberId);
        case 'anonymous':
          return viewer.address === undefined ? () => {} : addresses(viewer.address);
        case 'service':
          return () => {};
      }
    },
  };
}

function createPlaces(most: number): (owner: string) => (() => void) | undefined {
  const taken = new Map<string, number>();
  return (owner) => {
    const others = taken.get(owner) ?? 0;
    if (others >= most) return undefined;
    taken.set(owner, others + 1);
    return () => {
      const left = (taken.get(owner) ?? 1) - 1;
      if (left > 0) taken.set(owner, left);
      else taken.delete(owner);
    };
  };
}
