import EyeOff from 'lucide-react/icons/eye-off';
import { whoMay } from '#shared/domain/roleWords.ts';
import type { Permission } from '#shared/domain/roles.ts';
import { Card } from './Card.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Page } from './Page.tsx';

/** A place of the rail that is no part of the person's role, and who it is for. */
export function NotYours({ place, needs }: { place: string; needs: Permission }) {
  return (
    <Page title={place}>
      <Card label={place}>
        <EmptyState title={`Your role does not take in ${place.toLocaleLowerCase('en-GB')}`} icon={EyeOff}>
          It is for {whoMay(needs)}. Ask whoever manages people in your office if your work needs it.
        </EmptyState>
      </Card>
    </Page>
  );
}
