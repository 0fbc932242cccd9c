import { type ReactNode, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { DemoMembers } from './demo-members.tsx';
import { JoinForm } from './join-form.tsx';
import { Providers } from './providers.tsx';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { signInWords } from './sign-in-words.ts';

/** Whoever is signed in goes on to where they were going. */
export function Component(): ReactNode {
  const words = useWords(signInWords);
  const session = useSession();
  const { state } = useLocation();
  const [joining, setJoining] = useState(false);
  // Holders of another role come here signed in, to be somebody else.
  const [cameAs] = useState(session?.member.id);
  if (session && session.member.id !== cameAs) return <Navigate to={placeBefore(state)} replace />;
  return (
    <Page title={joining ? words.joinTitle : words.title} lead={words.lead}>
      <div className={styles.ways}>
        <DemoMembers />
        <Card label={words.withAccount}>
          <h2>{words.withAccount}</h2>
          {joining ? <JoinForm /> : <SignInForm />}
          <Button tone="quiet" onClick={() => setJoining(!joining)}>
            {joining ? words.toSignIn : words.toJoin}
          </Button>
          <Providers />
        </Card>
      </div>
    </Page>
  );
}

const placeBefore = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string' ? state.from : '/';
