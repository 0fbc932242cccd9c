import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, type Message, MessageType, parseMessage } from 'graphql-ws';
import { WebSocket } from 'ws';
import { limits } from '../limits.ts';

/** For opening the socket, and once more for the subgraph's word that it may be used. */
const joinMs = 3_000;
const pingEveryMs = 10_000;
const pongWithinMs = 5_000;
/** Before the next try; less than newcomers wait for the socket. */
const longestPauseMs = 2_000;
/** Whoever comes a moment later finds the socket open. */
const lingerMs = 1_000;

/** Close codes by which a subgraph says that we don't speak its language: to come again would end the same. */
const final: ReadonlySet<number> = new Set([
  CloseCode.InternalServerError,
  CloseCode.BadRequest,
  CloseCode.Unauthorized,
  CloseCode.SubprotocolNotAcceptable,
  CloseCode.SubscriberAlreadyExists,
  CloseCode.TooManyInitialisationRequests,
]);

type Options = {
  readonly url: string;
  /** Whether anybody needs the socket. */
  readonly isNeeded: () => boolean;
  /** It may be used, for the first time or after it was lost: whatever was said before is forgotten. */
  readonly onJoined: () => void;
  readonly onMessage: (message: Message) => void;
  readonly onLost: () => void;
  /** It will not be opened again until somebody needs it anew. */
  readonly onRefused: (code: number) => void;
};

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'joining' | 'joined'; readonly socket: WebSocket }
  | { readonly kind: 'pausing'; readonly timer: NodeJS.Timeout };

/** A WebSocket (graphql-transport-ws) that is opened when it is needed, opened again when it is lost, and closed when it isn't needed. */
export interface GraphqlSocket {
  /** Whether messages can be sent. */
  readonly isJoined: boolean;
  send(message: object): void;
  /** Somebody needs it. */
  need(): void;
  /** Somebody doesn't any more. */
  release(): void;
  close(): void;
}

export function createGraphqlSocket(options: Options): GraphqlSocket {
  const { url, isNeeded, onJoined, onMessage, onLost, onRefused } = options;
  let state: State = { kind: 'closed' };
  let attempts = 0;
  let linger: NodeJS.Timeout | undefined;

  const open = (): void => {
    const socket = new WebSocket(url, GRAPHQL_TRANSPORT_WS_PROTOCOL, {
      handshakeTimeout: joinMs,
      maxPayload: limits.subgraphAnswerBytes,
      perMessageDeflate: false,
    });
    state = { kind: 'joining', socket };
    const tooLate = (): void => socket.terminate();
    let waiting: NodeJS.Timeout | undefined;
    let beat: NodeJS.Timeout | undefined;

    const hear = (message: Message): void => {
      if (message.type === MessageType.Ping) say(socket, { type: MessageType.Pong });
      else if (message.type === MessageType.Pong) clearTimeout(waiting);
      else if (message.type !== MessageType.ConnectionAck) onMessage(message);
      else if (state.kind === 'joining' && state.socket === socket) {
        clearTimeout(waiting);
        state = { kind: 'joined', socket };
        attempts = 0;
        beat = setInterval(() => {
          say(socket, { type: MessageType.Ping });
          waiting = setTimeout(tooLate, pongWithinMs); // a peer that vanished without closing its socket is silent
        }, pingEveryMs);
        onJoined();
      }
    };
    socket.on('open', () => {
      waiting = setTimeout(tooLate, joinMs);
      say(socket, { type: MessageType.ConnectionInit });
    });
    socket.on('message', (bytes) => {
      try {
        hear(parseMessage(String(bytes)));
      } catch {
        socket.terminate(); // this is none of the protocol's
      }
    });
    socket.on('error', () => {}); // its close follows
    socket.once('close', (code) => {
      clearTimeout(waiting);
      clearInterval(beat);
      if (state.kind === 'closed' || state.kind === 'pausing' || state.socket !== socket) return;
      if (state.kind === 'joined') onLost();
      lose(code);
    });
  };

  const lose = (code: number): void => {
    state = { kind: 'closed' };
    if (final.has(code)) onRefused(code);
    else if (isNeeded()) {
      const ms = Math.min(100 * 2 ** attempts, longestPauseMs) * (0.5 + Math.random() / 2);
      attempts += 1;
      state = {
        kind: 'pausing',
        timer: setTimeout(() => {
          if (isNeeded()) open();
          else state = { kind: 'closed' };
        }, ms),
      };
    }
  };

  const close = (): void => {
    clearTimeout(linger);
    const before = state;
    state = { kind: 'closed' };
    if (before.kind === 'pausing') clearTimeout(before.timer);
    else if (before.kind === 'joining') before.socket.terminate();
    else if (before.kind === 'joined') before.socket.close(1000, 'Normal Closure');
  };

  return {
    get isJoined() {
      return state.kind === 'joined';
    },
    send(message) {
      if (state.kind === 'joined') say(state.socket, message);
    },
    need() {
      clearTimeout(linger);
      if (state.kind === 'closed') open();
    },
    release() {
      if (isNeeded()) return;
      clearTimeout(linger);
      linger = setTimeout(close, lingerMs);
    },
    close,
  };
}

function say(socket: WebSocket, message: object): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}
