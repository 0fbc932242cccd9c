/** What a way through the network does with what is sent along it. */
export type ProxyMode =
  | { readonly kind: 'pass' }
  /** Each piece comes `delayMs` late, and no more than `bytesPerSecond` of them. */
  | { readonly kind: 'slow'; readonly delayMs: number; readonly bytesPerSecond: number }
  /** Connections are made and stay open, and nothing comes through, as when a machine hangs. It all comes late once that is over. */
  | { readonly kind: 'silent' }
  /** What one side says is lost, the other is heard; neither hears of it. A connection that lost something ends afterwards. */
  | { readonly kind: 'half-open'; readonly lost: Direction }
  /** Nobody listens, as when a process is gone. */
  | { readonly kind: 'refuse' }
  /** Somebody listens and hangs up at once. */
  | { readonly kind: 'reset' };

export type Direction = 'requests' | 'answers';

/** Whether the mode leaves no connection standing. */
export const cutsConnections = ({ kind }: ProxyMode): boolean => kind === 'refuse' || kind === 'reset';
