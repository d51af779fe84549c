import { createHashHistory, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { accessPlaces, accessRoutes } from '#renderer/access/routes.tsx';
import { budgetPlaces, budgetRoutes } from '#renderer/budgets/routes.tsx';
import { childrenPlaces, childrenRoutes } from '#renderer/children/routes.tsx';
import { orderPlaces, orderRoutes } from '#renderer/orders/routes.tsx';
import { peoplePlaces, peopleRoutes } from '#renderer/people/routes.tsx';
import { providerPlaces, providerRoutes } from '#renderer/providers/routes.tsx';
import { assuranceRoutes } from '#renderer/assurance/routes.tsx';
import { returnRoutes } from '#renderer/returns/routes.tsx';
import { settingsPlaces, settingsRoutes } from '#renderer/settings/routes.tsx';
import { workRoutes } from '#renderer/work/routes.tsx';
import type { Place } from './frameInfo.ts';
import { BrokenPage } from './OddPages.tsx';
import { frameRoute, rootRoute } from './root.tsx';

// Each feature contributes `renderer/<feature>/routes.tsx`: its routes here, its places for the command palette below.
const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect(linkProps('/work'));
  },
});

const routeTree = rootRoute.addChildren([
  startRoute,
  frameRoute.addChildren([
    ...workRoutes,
    ...childrenRoutes,
    ...returnRoutes,
    ...assuranceRoutes,
    ...orderRoutes,
    ...providerRoutes,
    ...peopleRoutes,
    ...settingsRoutes,
    ...accessRoutes,
    ...budgetRoutes,
  ]),
]);

/** What the command palette offers besides the rail's screens. */
export const places: readonly Place[] = [
  ...childrenPlaces,
  ...orderPlaces,
  ...providerPlaces,
  ...budgetPlaces,
  ...peoplePlaces,
  ...settingsPlaces,
  ...accessPlaces,
];

/** The window's pages. The address lives after `#`, because the window is opened from a file of the app's own. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  scrollRestoration: true,
  scrollToTopSelectors: ['#page'],
  // A page that breaks leaves the rail and the top bar standing.
  defaultErrorComponent: BrokenPage,
  defaultPendingMs: 300,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
