import { createRoute } from '@tanstack/react-router';
import type { Place } from '#renderer/app/frameInfo.ts';
import { frameRoute } from '#renderer/app/root.tsx';
import { KeysPage } from './KeysPage.tsx';
import { MySignInPage } from './MySignInPage.tsx';

const mine = createRoute({
  getParentRoute: () => frameRoute,
  path: '/office/sign-in',
  component: MySignInPage,
});
const keys = createRoute({ getParentRoute: () => frameRoute, path: '/office/keys', component: KeysPage });

/** A person's own sign-in, and the office's keys. */
export const accessRoutes = [mine, keys] as const;

/** What the command palette offers of them. */
export const accessPlaces: Place[] = [
  { kind: 'screen', label: 'My sign-in: passphrase, second factor', to: '/office/sign-in' },
  { kind: 'screen', label: 'Keys and lock', to: '/office/keys' },
];
