import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { defineWords, useWords } from '../i18n/words.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Role } from './session.ts';
import { useSession } from './use-session.ts';

const words = defineWords(
  {
    title: '로그인이 필요해요',
    text: '체험용 회원으로 한 번에 로그인할 수 있어요.',
    signIn: '로그인',
    forRole: {
      MEMBER: '회원만 볼 수 있어요',
      COURIER: '배달원만 볼 수 있어요',
      DRIVER: '택시 기사만 볼 수 있어요',
      MERCHANT: '판매자만 볼 수 있어요',
      ADMIN: '관리자만 볼 수 있어요',
    },
    other: '그 역할을 가진 회원으로 로그인해 보세요.',
  },
  {
    title: 'Please sign in',
    text: 'One click signs you in as a demo member.',
    signIn: 'Sign in',
    forRole: {
      MEMBER: 'For members only',
      COURIER: 'For couriers only',
      DRIVER: 'For taxi drivers only',
      MERCHANT: 'For merchants only',
      ADMIN: 'For administrators only',
    },
    other: 'Sign in as a member who has that role.',
  },
);

type Props = {
  /** Somebody who holds this role. */
  readonly as?: Role;
  readonly children: ReactNode;
};

/** What is for members; visitors are shown the way to sign in, and brought back from there. */
export function SignedIn({ as = 'MEMBER', children }: Props): ReactNode {
  const { title, text, signIn, forRole, other } = useWords(words);
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session?.member.roles?.includes(as)) return children;
  return (
    <EmptyState title={session ? forRole[as] : title} text={session ? other : text}>
      <ButtonLink to="/sign-in" state={{ from: pathname + search }} tone="accent">
        {signIn}
      </ButtonLink>
    </EmptyState>
  );
}
