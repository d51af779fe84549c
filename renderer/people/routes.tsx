import { createRoute, redirect } from '@tanstack/react-router';
import type { Place } from '#renderer/app/frameInfo.ts';
import { frameRoute } from '#renderer/app/root.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { AddPersonPage } from './AddPersonPage.tsx';
import { PeopleList } from './PeopleList.tsx';
import { peopleSearch } from './peopleSearch.ts';
import { PersonPage } from './PersonPage.tsx';

const office = createRoute({
  getParentRoute: () => frameRoute,
  path: '/office',
  beforeLoad: () => {
    throw redirect(linkProps('/office/people'));
  },
});

const list = createRoute({
  getParentRoute: () => frameRoute,
  path: '/office/people',
  validateSearch: peopleSearch,
  component: PeopleList,
});

const add = createRoute({
  getParentRoute: () => frameRoute,
  path: '/office/people/new',
  component: AddPersonPage,
});

const one = createRoute({
  getParentRoute: () => frameRoute,
  path: '/office/people/$person',
  component: PersonPage,
});

/** The pages of the people of the office; the office itself opens on them. */
export const peopleRoutes = [office, list, add, one] as const;

/** What the command palette offers of people. */
export const peoplePlaces: Place[] = [{ kind: 'create', label: 'Add a person', to: '/office/people/new' }];
