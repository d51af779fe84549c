import SearchX from 'lucide-react/icons/search-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { styled } from '@mui/material/styles';
import { Act } from '#renderer/components/Act.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Page } from '#renderer/components/Page.tsx';

const BareMain = styled('main')({ height: '100%', overflow: 'auto' });

/** The same two pages where there is no frame around them. */
export function NoSuchWindow() {
  return (
    <BareMain>
      <NoSuchPage />
    </BareMain>
  );
}

export function BrokenWindow() {
  return (
    <BareMain>
      <BrokenPage />
    </BareMain>
  );
}

/** An address that leads nowhere, such as an old bookmark. */
export function NoSuchPage() {
  return (
    <Page title="No such page">
      <EmptyState
        title="Nothing is kept at this address"
        icon={SearchX}
        action={<Act to="/">Go to Work</Act>}
      >
        It may have been typed with a mistake, or you may not have the right to see it. Nothing was changed.
      </EmptyState>
    </Page>
  );
}

/** A page that broke while it was drawn: what was saved is safe, what was typed on it is not. */
export function BrokenPage() {
  return (
    <Page title="This page stopped">
      <EmptyState
        title="This page could not be drawn"
        icon={TriangleAlert}
        action={<Act onPress={() => window.location.reload()}>Load the window again</Act>}
      >
        Everything that was saved is safe. Tell your IT team what you were doing if it happens again.
      </EmptyState>
    </Page>
  );
}
