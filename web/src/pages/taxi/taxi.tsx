import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { useHasRole, useSession } from '../../session/use-session.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { taxiWords } from './words.ts';

/** The frame of all pages about taxis: for who rides, and for who drives. */
export function Component(): ReactNode {
  const { title, lead, parts, tabs } = useWords(taxiWords);
  const isMember = useSession() !== undefined;
  const isDriver = useHasRole('DRIVER');
  return (
    <Page
      title={title}
      lead={lead}
      aside={
        isMember && (
          <Tabs
            label={parts}
            tabs={[
              { to: '/taxi', label: tabs.call, end: true },
              { to: '/taxi/rides', label: tabs.rides },
              ...(isDriver ? [{ to: '/taxi/drive', label: tabs.drive }] : []),
            ]}
          />
        )
      }
    >
      <Outlet />
    </Page>
  );
}
