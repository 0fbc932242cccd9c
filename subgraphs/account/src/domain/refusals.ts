import type { Refusal } from '@moa/subgraph';

/** What can be wrong with what members say about themselves, in words for the people who read it. */
export const profileRefusals = {
  PASSWORD_TOO_SHORT: '비밀번호는 8자 이상이어야 합니다. A password has at least 8 characters.',
  PASSWORD_TOO_LONG: '비밀번호는 200자까지입니다. A password has at most 200 characters.',
  NAME_INVALID: '이름은 1~40자입니다. A name has 1 to 40 characters that can be seen.',
  AGE_OUT_OF_RANGE: '14세부터 120세까지 가입할 수 있습니다. Members are 14 to 120 years old.',
} as const;
export type ProfileRefusal = Refusal<keyof typeof profileRefusals>;

export const attemptRefusals = {
  TOO_MANY_ATTEMPTS: '시도가 너무 많았습니다. 잠시 후 다시 시도해 주세요. That was tried too often; try again later.',
} as const;

const passwordRefusals = {
  PASSWORD_WRONG: '현재 비밀번호가 맞지 않습니다. That is not the present password.',
} as const;

export const signUpRefusals = {
  EMAIL_INVALID: '올바른 이메일 주소를 적어 주세요. Give an e-mail address such as name@example.com.',
  EMAIL_TAKEN:
    '이미 가입된 이메일입니다. 로그인해 주세요. Somebody has joined with this e-mail address; sign in instead.',
  ...profileRefusals,
  ...attemptRefusals,
} as const;
export type SignUpRefusal = Refusal<keyof typeof signUpRefusals>;

export const signInRefusals = {
  CREDENTIALS_INVALID:
    '이메일 또는 비밀번호가 맞지 않습니다. The e-mail address and the password do not belong together.',
  ...attemptRefusals,
} as const;
export type SignInRefusal = Refusal<keyof typeof signInRefusals>;

export const refreshSessionRefusals = {
  SESSION_ENDED: '로그인이 끝났습니다. 다시 로그인해 주세요. This session has ended; sign in again.',
} as const;
export type RefreshSessionRefusal = Refusal<keyof typeof refreshSessionRefusals>;

export const signOutRefusals = {
  REFRESH_TOKEN_MISSING:
    '끝낼 세션의 refreshToken을 보내거나 everywhere를 쓰세요. Send the refresh token of the session to end, or use everywhere.',
} as const;
export type SignOutRefusal = Refusal<keyof typeof signOutRefusals>;

export const updateAccountRefusals = { ...profileRefusals, ...passwordRefusals, ...attemptRefusals } as const;
export type UpdateAccountRefusal = Refusal<keyof typeof updateAccountRefusals>;

export const deleteAccountRefusals = {
  ...passwordRefusals,
  EMAIL_WRONG: '확인을 위해 계정의 이메일을 적어 주세요. Give the e-mail address of the account to confirm.',
  ...attemptRefusals,
} as const;
export type DeleteAccountRefusal = Refusal<keyof typeof deleteAccountRefusals>;
