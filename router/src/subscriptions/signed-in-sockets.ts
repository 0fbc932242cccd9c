import { CloseCode } from 'graphql-ws';
import type { Authenticator } from '../authenticate.ts';

/** A WebSocket, or what is left like one. */
export type SignedInSocket = { close(code: number, reason: string): void };

/** Open sockets by the session whose token opened them. */
export interface SignedInSockets {
  add(sessionId: string, socket: SignedInSocket): void;
  delete(sessionId: string, socket: SignedInSocket): void;
  /** Listens for revocations no more. */
  close(): void;
}

/** Closes a session's sockets with 4403 as soon as it is revoked. */
export function createSignedInSockets({ onRevoked }: Authenticator): SignedInSockets {
  const sockets = new Map<string, Set<SignedInSocket>>();
  const stop = onRevoked?.((sessionId) => {
    for (const socket of sockets.get(sessionId) ?? []) socket.close(CloseCode.Forbidden, 'Forbidden');
  });
  return {
    add(sessionId, socket) {
      const others = sockets.get(sessionId);
      if (others) others.add(socket);
      else sockets.set(sessionId, new Set([socket]));
    },
    delete(sessionId, socket) {
      const left = sockets.get(sessionId);
      left?.delete(socket);
      if (left?.size === 0) sockets.delete(sessionId);
    },
    close: () => stop?.(),
  };
}
