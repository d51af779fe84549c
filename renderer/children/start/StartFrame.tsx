import type { ReactNode } from 'react';
import { Page } from '#renderer/components/Page.tsx';
import { ProgressTracker } from '#renderer/components/ProgressTracker.tsx';

/** The page on which a CAF is started, with the steps on the way. */
export function StartFrame(props: { isRegistering?: boolean; footerEnd?: ReactNode; children: ReactNode }) {
  const { isRegistering = false, footerEnd, children } = props;
  return (
    <Page
      title={isRegistering ? 'Register a new child' : 'Start a CAF'}
      crumbs={[{ label: 'Children', to: '/children' }, { label: 'Start a CAF' }]}
      subtitle={
        isRegistering
          ? 'What you searched for is filled in already.'
          : 'Look first, so that no child has two records. The search and what it found are kept.'
      }
      footerEnd={footerEnd}
    >
      <ProgressTracker
        label="Steps"
        steps={[
          { label: 'Look first', state: isRegistering ? 'done' : 'now' },
          { label: 'Register the child', state: isRegistering ? 'now' : 'later' },
          { label: 'Open the CAF', state: 'later' },
        ]}
      />
      {children}
    </Page>
  );
}
