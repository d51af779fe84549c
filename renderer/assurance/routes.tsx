import { createRoute } from '@tanstack/react-router';
import { listSearch } from '#renderer/app/listSearch.ts';
import { frameRoute } from '#renderer/app/root.tsx';
import { AssurancePage } from './AssurancePage.tsx';

const one = createRoute({
  getParentRoute: () => frameRoute,
  path: '/assurance',
  validateSearch: listSearch({}),
  component: AssurancePage,
});

/** The page of assurance. */
export const assuranceRoutes = [one] as const;
