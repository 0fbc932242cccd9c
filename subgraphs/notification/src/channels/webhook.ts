import { createHmac } from 'node:crypto';
import type { Channel } from './channel.ts';
import { postJson } from './post-json.ts';

export type WebhookConfig = {
  readonly url: string;
  /** Text that both sides know; with `whsec_` in front it is base64, as standardwebhooks.com has it. */
  readonly secret: string;
};

/**
 * Posts each message as JSON, with the headers of Standard Webhooks: `webhook-id` (the same at every repetition),
 * `webhook-timestamp` (s) and `webhook-signature`, `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`.
 */
export const webhookChannel = ({ url, secret }: WebhookConfig, clock: () => Date): Channel => ({
  name: 'webhook',
  async send({ id, ...message }) {
    const timestamp = String(Math.floor(clock().getTime() / 1_000));
    const body = JSON.stringify({ id, ...message, channel: 'webhook' });
    const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
    await postJson(url, {
      headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` },
      body,
    });
  },
});

const prefix = 'whsec_';

const keyOf = (secret: string): Buffer =>
  secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), 'base64') : Buffer.from(secret);
