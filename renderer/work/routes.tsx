import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '#renderer/app/root.tsx';
import { WorkPage } from './WorkPage.tsx';

const today = createRoute({ getParentRoute: () => frameRoute, path: '/work', component: WorkPage });

/** The page of the day. */
export const workRoutes = [today] as const;
