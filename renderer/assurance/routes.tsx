import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '#renderer/app/root.tsx';
import { AssurancePage } from './AssurancePage.tsx';
import { auditSearch } from './auditSearch.ts';

const one = createRoute({
  getParentRoute: () => frameRoute,
  path: '/assurance',
  validateSearch: auditSearch,
  component: AssurancePage,
});

/** The page of assurance. */
export const assuranceRoutes = [one] as const;
