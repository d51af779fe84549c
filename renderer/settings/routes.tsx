import { createRoute } from '@tanstack/react-router';
import type { Place } from '#renderer/app/frameInfo.ts';
import { frameRoute } from '#renderer/app/root.tsx';
import { BackupsPage } from '#renderer/backups/BackupsPage.tsx';
import { ComputerPage } from './ComputerPage.tsx';
import { RulesPage } from './RulesPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';

const settings = createRoute({
  getParentRoute: () => frameRoute,
  path: '/office/settings',
  component: SettingsPage,
});
const rules = createRoute({ getParentRoute: () => frameRoute, path: '/office/rules', component: RulesPage });
const backups = createRoute({
  getParentRoute: () => frameRoute,
  path: '/office/backups',
  component: BackupsPage,
});
const computer = createRoute({
  getParentRoute: () => frameRoute,
  path: '/office/computer',
  component: ComputerPage,
});

/** The pages of the office's own affairs. */
export const settingsRoutes = [settings, rules, backups, computer] as const;

/** What the command palette offers of the office. */
export const settingsPlaces: Place[] = [
  { kind: 'screen', label: 'Name and letterhead', to: '/office/settings' },
  { kind: 'screen', label: 'Rules', to: '/office/rules' },
  { kind: 'screen', label: 'Backups', to: '/office/backups' },
  { kind: 'screen', label: 'This computer: look, text size, keys', to: '/office/computer' },
];
