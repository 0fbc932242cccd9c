import { flag, url } from '@moa/config';
import type { ChannelsConfig } from '@moa/notification-subgraph';
import { z } from 'zod';

/** The variables of the ways out of Moa that a notification may take besides the list in the graph. */
export const channelVariables = {
  NOTIFICATION_WEBHOOK_URL: url('http', 'https').optional(),
  NOTIFICATION_WEBHOOK_SECRET: z.string().optional(),
  NOTIFICATION_KAKAO_URL: url('http', 'https').optional(),
  NOTIFICATION_KAKAO_KEY: z.string().optional(),
  NOTIFICATION_CONSOLE: flag.default(false),
};

type ChannelEnvironment = Readonly<z.output<z.ZodObject<typeof channelVariables>>>;

/** What is set and does not work without what is not. */
export function channelFaults(env: ChannelEnvironment): readonly string[] {
  const isHalf = (address?: string, secret?: string) => (address === undefined) !== (secret === undefined);
  return [
    ...(isHalf(env.NOTIFICATION_WEBHOOK_URL, env.NOTIFICATION_WEBHOOK_SECRET)
      ? ['NOTIFICATION_WEBHOOK_URL and NOTIFICATION_WEBHOOK_SECRET need each other']
      : []),
    ...(isHalf(env.NOTIFICATION_KAKAO_URL, env.NOTIFICATION_KAKAO_KEY)
      ? ['NOTIFICATION_KAKAO_URL and NOTIFICATION_KAKAO_KEY need each other']
      : []),
  ];
}

/** The channels that the environment has an address for. */
export function channelsOf(env: ChannelEnvironment): ChannelsConfig {
  const {
    NOTIFICATION_WEBHOOK_URL: webhookUrl,
    NOTIFICATION_WEBHOOK_SECRET: webhookSecret,
    NOTIFICATION_KAKAO_URL: kakaoUrl,
    NOTIFICATION_KAKAO_KEY: kakaoKey,
  } = env;
  return {
    console: env.NOTIFICATION_CONSOLE,
    ...(webhookUrl && webhookSecret && { webhook: { url: webhookUrl, secret: webhookSecret } }),
    ...(kakaoUrl && kakaoKey && { kakao: { url: kakaoUrl, key: kakaoKey } }),
  };
}
