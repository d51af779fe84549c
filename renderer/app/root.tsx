import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { ToastProvider } from '#renderer/components/Toasts.tsx';
import { Frame } from './Frame.tsx';
import { BrokenWindow, NoSuchPage, NoSuchWindow } from './OddPages.tsx';

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
      <Outlet />
    </Frame>
  );
}
