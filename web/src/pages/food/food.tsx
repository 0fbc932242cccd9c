import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { useHasRole, useSession } from '../../session/use-session.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { foodWords } from './words.ts';

/** The frame of all pages about food: what somebody may do here depends on who they are. */
export function Component(): ReactNode {
  const { title, lead, parts, tabs } = useWords(foodWords);
  const isMember = useSession() !== undefined;
  const isCourier = useHasRole('COURIER');
  const isMerchant = useHasRole('MERCHANT');
  return (
    <Page
      title={title}
      lead={lead}
      aside={
        isMember && (
          <Tabs
            label={parts}
            tabs={[
              { to: '/food', label: tabs.menu, end: true },
              { to: '/food/orders', label: tabs.orders },
              ...(isCourier ? [{ to: '/food/deliveries', label: tabs.deliveries }] : []),
              ...(isMerchant ? [{ to: '/food/kitchen', label: tabs.kitchen }] : []),
            ]}
          />
        )
      }
    >
      <Outlet />
    </Page>
  );
}
