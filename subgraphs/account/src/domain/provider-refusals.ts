import type { Refusal } from '@moa/subgraph';

const unavailable = {
  PROVIDER_UNAVAILABLE:
    '로그인 서비스가 응답하지 않습니다. 잠시 후 다시 시도해 주세요. The sign-in provider does not answer; try again in a moment.',
} as const;

/** Every reason not to begin a sign-in with a provider, in words for the people who read it. */
export const startProviderSignInRefusals = {
  PROVIDER_NOT_CONFIGURED:
    '이 서비스로는 로그인할 수 없습니다. Signing in with this provider is not set up here; choose another way.',
  REDIRECT_URI_NOT_ALLOWED:
    '허용되지 않은 돌아올 주소입니다. Moa does not send anybody to this redirect URI; use one that is on its list.',
  ...unavailable,
} as const;
export type StartProviderSignInRefusal = Refusal<keyof typeof startProviderSignInRefusals>;

/** Every reason not to finish one. What the provider itself said is in none of them. */
export const finishProviderSignInRefusals = {
  SIGN_IN_EXPIRED: '로그인 시간이 지났습니다. 다시 시작해 주세요. This sign-in is over or too old; start again.',
  PROVIDER_REFUSED:
    '로그인 서비스가 본인 확인을 해 주지 않았습니다. 이메일 제공에 동의하고 다시 시도해 주세요. The provider did not confirm who you are; allow it to share your e-mail address and start again.',
  ...unavailable,
  EMAIL_TAKEN:
    '이미 가입된 이메일입니다. 먼저 비밀번호로, 또는 처음 가입한 방법으로 로그인해 주세요. An account has this e-mail address; sign in to it with the password first, or the way you joined.',
} as const;
export type FinishProviderSignInRefusal = Refusal<keyof typeof finishProviderSignInRefusals>;
