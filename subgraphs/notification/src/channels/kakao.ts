import type { Channel } from './channel.ts';
import { postJson } from './post-json.ts';

export type KakaoConfig = {
  /** A messaging partner's address for AlimTalk (알림톡). */
  readonly url: string;
  readonly key: string;
};

/**
 * AlimTalk, as partners of Kakao take it: only texts of templates that Kakao has approved are sent on, so each kind and language names its
 * own. Moa knows no telephone numbers: the partner is to know members by their ids.
 */
export const kakaoChannel = ({ url, key }: KakaoConfig): Channel => ({
  name: 'kakao',
  send: ({ id, kind, language, receiver, text }) =>
    postJson(url, {
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': id },
      body: JSON.stringify({
        receiver: receiver.memberId,
        templateCode: `MOA_${kind}_${language}`,
        text,
        channel: 'alimtalk',
      }),
    }),
});
