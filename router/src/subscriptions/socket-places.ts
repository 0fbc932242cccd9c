import type { Viewer } from '@moa/identity';
import { limits } from '../limits.ts';

/** Keeps each member to a handful of open sockets, whichever of their sessions opened them. */
export interface SocketPlaces {
  /** What it gives is called when the socket is closed; nothing where all places are taken. */
  take(viewer: Viewer): (() => void) | undefined;
}

export function createSocketPlaces(most: number = limits.socketsPerMember): SocketPlaces {
  const taken = new Map<string, number>();
  return {
    take(viewer) {
      if (viewer.kind !== 'member') return () => {};
      const { memberId } = viewer;
      const others = taken.get(memberId) ?? 0;
      if (others >= most) return undefined;
      taken.set(memberId, others + 1);
      return () => {
        const left = (taken.get(memberId) ?? 1) - 1;
        if (left > 0) taken.set(memberId, left);
        else taken.delete(memberId);
      };
    },
  };
}
