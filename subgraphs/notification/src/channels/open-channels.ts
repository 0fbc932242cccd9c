import type { Channel } from './channel.ts';
import { consoleChannel } from './console.ts';
import { type KakaoConfig, kakaoChannel } from './kakao.ts';
import { type WebhookConfig, webhookChannel } from './webhook.ts';

/** Where notifications go besides the mailbox; nowhere when nothing is given. */
export type ChannelsConfig = {
  readonly console?: boolean | undefined;
  readonly webhook?: WebhookConfig | undefined;
  readonly kakao?: KakaoConfig | undefined;
};

export const openChannels = (
  { console, webhook, kakao }: ChannelsConfig,
  clock: () => Date = () => new Date(),
): readonly Channel[] => [
  ...(console ? [consoleChannel()] : []),
  ...(webhook ? [webhookChannel(webhook, clock)] : []),
  ...(kakao ? [kakaoChannel(kakao)] : []),
];
