import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { frameRoute } from '#renderer/app/root.tsx';
import { ReturnPage } from './ReturnPage.tsx';

const search = z.object({
  period: z.string().max(10).optional().catch(undefined),
  profile: z.enum(['internal', 'published']).optional().catch(undefined),
});

const one = createRoute({
  getParentRoute: () => frameRoute,
  path: '/returns',
  validateSearch: search,
  component: ReturnPage,
});

/** The page of the quarterly return. */
export const returnRoutes = [one] as const;
