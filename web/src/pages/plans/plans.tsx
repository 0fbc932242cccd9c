import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { plansWords } from './words.ts';

/** The frame of all pages about trips. */
export function Component(): ReactNode {
  const { title, lead, parts, tabs } = useWords(plansWords);
  const isMember = useSession() !== undefined;
  return (
    <Page
      title={title}
      lead={lead}
      aside={
        isMember && (
          <Tabs
            label={parts}
            tabs={[
              { to: '/plans', label: tabs.board, end: true },
              { to: '/plans/mine', label: tabs.mine },
              { to: '/plans/hearted', label: tabs.hearted },
              { to: '/plans/recommend', label: tabs.recommend },
              { to: '/plans/tokens', label: tabs.tokens },
            ]}
          />
        )
      }
    >
      <Outlet />
    </Page>
  );
}
