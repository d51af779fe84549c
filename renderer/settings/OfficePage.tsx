import type { ReactNode } from 'react';
import { Page } from '#renderer/components/Page.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';

const tabs = [
  { label: 'People', to: '/office/people' },
  { label: 'Name and letterhead', to: '/office/settings' },
  { label: 'Rules', to: '/office/rules' },
  { label: 'Backups', to: '/office/backups' },
  { label: 'Keys and lock', to: '/office/keys' },
  { label: 'My sign-in', to: '/office/sign-in' },
  { label: 'This computer', to: '/office/computer' },
];

type OfficePart =
  'People' | 'Name and letterhead' | 'Rules' | 'Backups' | 'Keys and lock' | 'My sign-in' | 'This computer';

/** A part of the office's own affairs, under the tabs that lead to all of them. */
export function OfficePage(props: {
  part: OfficePart;
  subtitle: string;
  actions?: ReactNode;
  footer?: ReactNode;
  footerEnd?: ReactNode;
  children: ReactNode;
}) {
  const { part, subtitle, actions, footer, footerEnd, children } = props;
  return (
    <Page
      title="Office"
      windowTitle={`${part}, Office`}
      subtitle={subtitle}
      actions={actions}
      footer={footer}
      footerEnd={footerEnd}
      tabs={<Tabs label="Parts of the office" tabs={tabs} />}
    >
      {children}
    </Page>
  );
}
