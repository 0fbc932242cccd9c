import { defineWords } from '../../i18n/words.ts';
import type { SignInErrorCode, SignUpErrorCode } from '../../session/account.gen.ts';

type Refusals = Readonly<Record<SignInErrorCode | SignUpErrorCode, string>>;

export const signInWords = defineWords(
  {
    title: '로그인',
    joinTitle: '회원 가입',
    lead: '모아의 모든 서비스를 하나의 계정으로.',
    demoTitle: '바로 체험하기',
    demoLead: '체험용 회원을 눌러 로그인하세요. 같은 도시에서 서로 다른 일을 해요.',
    withAccount: '내 계정으로',
    email: '이메일',
    password: '비밀번호',
    passwordHint: '8자 이상',
    name: '이름',
    age: '나이',
    submit: '로그인',
    join: '가입하기',
    toJoin: '처음이신가요? 회원 가입',
    toSignIn: '이미 회원이신가요? 로그인',
    with: { GOOGLE: '구글로 계속하기', NAVER: '네이버로 계속하기' },
    finishing: '로그인하는 중…',
    finishFailed: '로그인을 마치지 못했어요',
    startAgain: '다시 시작하기',
    roles: { MEMBER: '주문·택시·여행', COURIER: '배달원', DRIVER: '택시 기사', MERCHANT: '판매자', ADMIN: '관리자' },
  },
  {
    title: 'Sign in',
    joinTitle: 'Join Moa',
    lead: 'One account for everything in Moa.',
    demoTitle: 'Try it at once',
    demoLead: 'Click a demo member to sign in. They do different things in the same city.',
    withAccount: 'With your account',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 8 characters',
    name: 'Name',
    age: 'Age',
    submit: 'Sign in',
    join: 'Join',
    toJoin: 'New here? Join Moa',
    toSignIn: 'A member already? Sign in',
    with: { GOOGLE: 'Go on with Google', NAVER: 'Go on with Naver' },
    finishing: 'Signing in…',
    finishFailed: 'You could not be signed in',
    startAgain: 'Start again',
    roles: {
      MEMBER: 'orders, rides, trips',
      COURIER: 'courier',
      DRIVER: 'taxi driver',
      MERCHANT: 'merchant',
      ADMIN: 'administrator',
    },
  },
);

const ko: Refusals = {
  CREDENTIALS_INVALID: '이메일과 비밀번호가 맞지 않아요.',
  TOO_MANY_ATTEMPTS: '시도가 너무 많았어요. 잠시 뒤에 다시 해 주세요.',
  EMAIL_INVALID: '이메일 주소가 아니에요.',
  EMAIL_TAKEN: '이미 가입된 이메일이에요.',
  PASSWORD_TOO_SHORT: '비밀번호는 8자 이상이어야 해요.',
  PASSWORD_TOO_LONG: '비밀번호는 200자까지예요.',
  NAME_INVALID: '이름은 1자에서 40자까지예요.',
  AGE_OUT_OF_RANGE: '나이는 14에서 120까지예요.',
};
const en: Refusals = {
  CREDENTIALS_INVALID: 'E-mail and password do not belong together.',
  TOO_MANY_ATTEMPTS: 'Too many attempts. Please wait a little.',
  EMAIL_INVALID: 'That is no e-mail address.',
  EMAIL_TAKEN: 'Somebody has joined with this address.',
  PASSWORD_TOO_SHORT: 'A password has at least 8 characters.',
  PASSWORD_TOO_LONG: 'A password has at most 200 characters.',
  NAME_INVALID: 'A name has 1 to 40 characters.',
  AGE_OUT_OF_RANGE: 'Members are 14 to 120 years old.',
};
export const refusalWords = { ko, en };
