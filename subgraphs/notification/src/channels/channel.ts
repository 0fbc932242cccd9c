import type { OutgoingMessage } from '../domain/outgoing-message.ts';

export type ChannelName = 'console' | 'webhook' | 'kakao';

/** A way out of Moa. The same message may be sent again: whoever receives it knows it by its id. */
export interface Channel {
  readonly name: ChannelName;
  /** @throws UnrecoverableError when to repeat it is useless; any other error is worth another try */
  send(message: OutgoingMessage): Promise<void>;
}
