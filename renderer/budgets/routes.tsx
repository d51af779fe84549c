import { createRoute } from '@tanstack/react-router';
import type { Place } from '#renderer/app/frameInfo.ts';
import { frameRoute } from '#renderer/app/root.tsx';
import { AddFundPage } from './AddFundPage.tsx';
import { BudgetsPage } from './BudgetsPage.tsx';
import { budgetsSearch, entriesSearch } from './budgetsSearch.ts';
import { EntriesPage } from './EntriesPage.tsx';

const list = createRoute({
  getParentRoute: () => frameRoute,
  path: '/budgets',
  validateSearch: budgetsSearch,
  component: BudgetsPage,
});

const add = createRoute({
  getParentRoute: () => frameRoute,
  path: '/budgets/new',
  component: AddFundPage,
});

const entries = createRoute({
  getParentRoute: () => frameRoute,
  path: '/budgets/entries',
  validateSearch: entriesSearch,
  component: EntriesPage,
});

/** The pages of funds and budgets. */
export const budgetRoutes = [list, add, entries] as const;

/** What the command palette offers of budgets. */
export const budgetPlaces: Place[] = [{ kind: 'create', label: 'Add a fund', to: '/budgets/new' }];
