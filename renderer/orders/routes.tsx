import { createRoute } from '@tanstack/react-router';
import type { Place } from '#renderer/app/frameInfo.ts';
import { frameRoute } from '#renderer/app/root.tsx';
import { NewOrderPage } from './NewOrderPage.tsx';
import { OrderPage } from './OrderPage.tsx';
import { OrdersList } from './OrdersList.tsx';
import { newOrderSearch, ordersSearch } from './ordersSearch.ts';

const list = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders',
  validateSearch: ordersSearch,
  component: OrdersList,
});

const start = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders/new',
  validateSearch: newOrderSearch,
  component: NewOrderPage,
});

const one = createRoute({ getParentRoute: () => frameRoute, path: '/orders/$order', component: OrderPage });

/** The pages of orders. */
export const orderRoutes = [list, start, one] as const;

/** What the command palette offers of orders. */
export const orderPlaces: Place[] = [{ kind: 'create', label: 'New order', to: '/orders/new' }];
