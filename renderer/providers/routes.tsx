import { createRoute } from '@tanstack/react-router';
import type { Place } from '#renderer/app/frameInfo.ts';
import { frameRoute } from '#renderer/app/root.tsx';
import { ImportPage } from './import/ImportPage.tsx';
import { ChangeProviderPage, NewProviderPage } from './ProviderForm.tsx';
import { ProviderPage } from './ProviderPage.tsx';
import { ProvidersList } from './ProvidersList.tsx';
import { providersSearch } from './providersSearch.ts';

const list = createRoute({
  getParentRoute: () => frameRoute,
  path: '/providers',
  validateSearch: providersSearch,
  component: ProvidersList,
});

const add = createRoute({
  getParentRoute: () => frameRoute,
  path: '/providers/new',
  component: NewProviderPage,
});

const importFile = createRoute({
  getParentRoute: () => frameRoute,
  path: '/providers/import',
  component: ImportPage,
});

const one = createRoute({
  getParentRoute: () => frameRoute,
  path: '/providers/$provider',
  component: ProviderPage,
});

const change = createRoute({
  getParentRoute: () => frameRoute,
  path: '/providers/$provider/change',
  component: ChangeProviderPage,
});

/** The pages of providers. */
export const providerRoutes = [list, add, importFile, one, change] as const;

/** What the command palette offers of providers. */
export const providerPlaces: Place[] = [
  { kind: 'create', label: 'Add provider', to: '/providers/new' },
  { kind: 'create', label: 'Import providers from a payments file', to: '/providers/import' },
];
