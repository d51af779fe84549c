import { createRootRoute, createRoute, Outlet, useLocation } from '@tanstack/react-router';
import { NotYours } from '#renderer/components/NotYours.tsx';
import { ToastProvider } from '#renderer/components/Toasts.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { Frame } from './Frame.tsx';
import { BrokenWindow, NoSuchPage, NoSuchWindow } from './OddPages.tsx';
import { railItems } from './rail.ts';

/** The bare window: first start, sign-in and lock hang here. */
export const rootRoute = createRootRoute({
  component: BareWindow,
  notFoundComponent: NoSuchWindow,
  errorComponent: BrokenWindow,
});

function BareWindow() {
  return (
    <ToastProvider>
      <Outlet />
    </ToastProvider>
  );
}

/** Every page inside the rail and the top bar hangs here. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: FramedPage,
  errorComponent: BrokenWindow,
  notFoundComponent: NoSuchPage,
});

function FramedPage() {
  return (
    <Frame>
      <OwnPage />
    </Frame>
  );
}

/** The page of the address, or a word on whom the place is for. The office refuses in any case. */
function OwnPage() {
  const may = usePermissions();
  const isKnown = useToday() !== '';
  const path = useLocation({ select: (location) => `${location.pathname}/` });
  const place = railItems.find((item) => path.startsWith(`${item.to}/`));
  if (!place?.needs || may(place.needs)) return <Outlet />;
  // Before it is known who sits here, nothing is asked for in their name.
  return isKnown ? <NotYours place={place.label} needs={place.needs} /> : null;
}
