import type { Refusal } from '@moa/subgraph';

/** Every reason to refuse a sign-up, in words for the people who read it. */
export const signUpRefusals = {
  EMAIL_INVALID: '올바른 이메일 주소를 적어 주세요. Give an e-mail address such as name@example.com.',
  EMAIL_TAKEN:
    '이미 가입된 이메일입니다. 로그인해 주세요. Somebody has joined with this e-mail address; sign in instead.',
  PASSWORD_TOO_SHORT: '비밀번호는 8자 이상이어야 합니다. A password has at least 8 characters.',
  PASSWORD_TOO_LONG: '비밀번호는 200자까지입니다. A password has at most 200 characters.',
  NAME_INVALID: '이름은 1~40자입니다. A name has 1 to 40 characters that can be seen.',
  AGE_OUT_OF_RANGE: '14세부터 120세까지 가입할 수 있습니다. Members are 14 to 120 years old.',
} as const;
export type SignUpRefusal = Refusal<keyof typeof signUpRefusals>;

export const signInRefusals = {
  CREDENTIALS_INVALID:
    '이메일 또는 비밀번호가 맞지 않습니다. The e-mail address and the password do not belong together.',
} as const;
export type SignInRefusal = Refusal<keyof typeof signInRefusals>;
