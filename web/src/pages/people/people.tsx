import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { useSession } from '../../session/use-session.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { peopleWords } from './words.ts';

/** The frame of all pages about people. Names are for members only. */
export function Component(): ReactNode {
  const { title, lead, parts, tabs } = useWords(peopleWords);
  const me = useSession()?.member.id;
  return (
    <Page
      title={title}
      lead={lead}
      aside={
        me !== undefined && (
          <Tabs
            label={parts}
            tabs={[
              { to: '/people', label: tabs.dashboard, end: true },
              { to: '/people/discover', label: tabs.discover },
              { to: `/people/${me}`, label: tabs.me },
            ]}
          />
        )
      }
    >
      <SignedIn>
        <Outlet />
      </SignedIn>
    </Page>
  );
}
