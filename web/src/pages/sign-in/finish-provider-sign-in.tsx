import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { FinishProviderSignInDocument } from '../../session/account.gen.ts';
import { askAccount } from '../../session/ask-account.ts';
import { keepSession } from '../../session/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { isOwnState } from './provider-state.ts';
import { signInWords } from './sign-in-words.ts';

/** Where the browser comes back to from Google or Naver. */
export function Component(): ReactNode {
  const words = useWords(signInWords);
  const outcome = useFinish();
  if (outcome === 'signed-in') return <Navigate to="/" replace />;
  return (
    <Page title={words.finishing}>
      {outcome === 'waiting' ? (
        <Skeleton count={1} />
      ) : (
        <EmptyState title={words.finishFailed}>
          <ButtonLink to="/sign-in">{words.startAgain}</ButtonLink>
        </EmptyState>
      )}
    </Page>
  );
}

function useFinish(): 'waiting' | 'signed-in' | 'failed' {
  const [parameters] = useSearchParams();
  const [outcome, setOutcome] = useState<'waiting' | 'signed-in' | 'failed'>('waiting');
  const begun = useRef(false); // the code works once, and development runs effects twice
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const [state, code] = [parameters.get('state') ?? '', parameters.get('code') ?? ''];
    const finish = async (): Promise<boolean> => {
      if (!isOwnState(state)) return false;
      const { finishProviderSignIn } = await askAccount(FinishProviderSignInDocument, { input: { state, code } });
      if (finishProviderSignIn.session) keepSession(finishProviderSignIn.session);
      return finishProviderSignIn.session !== null;
    };
    finish().then(
      (signedIn) => setOutcome(signedIn ? 'signed-in' : 'failed'),
      () => setOutcome('failed'),
    );
  }, [parameters]);
  return outcome;
}
