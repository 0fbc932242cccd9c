import { useSyncExternalStore } from 'react';

/** How the WebSocket for live events stands. `idle`: nobody listens to anything. */
export type Connection = 'idle' | 'connecting' | 'live' | 'broken';

const listeners = new Set<() => void>();
let state: Connection = 'idle';
let listening = 0;

/** Told by the socket; as long as nobody listens it is nobody's business. */
export function setConnection(next: Connection): void {
  state = listening > 0 ? next : 'idle';
  for (const listener of listeners) listener();
}

/** Somebody listens to something; gives the way to say that they no longer do. */
export function noteListener(): () => void {
  listening += 1;
  return () => {
    listening -= 1;
    if (listening === 0) setConnection('idle');
  };
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => state);
