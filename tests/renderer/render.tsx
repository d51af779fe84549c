import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { Look } from '#renderer/app/Look.tsx';
import { ToastProvider } from '#renderer/components/Toasts.tsx';

/** What a test holds after it has drawn something. `address` is where the window is. */
export type Shown = RenderResult & { user: UserEvent; address: () => string };

/** Draws a part of the window as the app would: with its look, its messages and an address. */
export async function renderInApp(ui: ReactNode, options: { at?: string } = {}): Promise<Shown> {
  const root = createRootRoute();
  const here = createRoute({ getParentRoute: () => root, path: '/', component: () => <>{ui}</> });
  const there = createRoute({
    getParentRoute: () => root,
    path: '$',
    component: () => <h1>Another page</h1>,
  });
  const router = createRouter({
    routeTree: root.addChildren([here, there]),
    history: createMemoryHistory({ initialEntries: [options.at ?? '/'] }),
  });
  await router.load();
  const shown = render(
    <Look choice="light">
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </Look>,
  );
  return { ...shown, user: userEvent.setup(), address: () => router.state.location.href };
}
