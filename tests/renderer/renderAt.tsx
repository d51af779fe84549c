import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ShellBridge } from '#shared/contract/shell.ts';
import type { Role } from '#shared/domain/roles.ts';
import { FrameInfoContext, PlacesContext } from '#renderer/app/frameInfo.ts';
import { Look } from '#renderer/app/Look.tsx';
import { PreferenceContext } from '#renderer/app/preferences.ts';
import { places, router as appRouter } from '#renderer/app/routes.tsx';
import { OfficeProvider } from '#renderer/office/OfficeProvider.tsx';
import { type Answers, FakeOffice, fakeShell, signedInAs } from './fakeOffice.ts';

const info = {
  person: { name: 'Margaret Oakes', role: 'Co-ordinator', office: 'Marlford Children’s Trust' },
  late: 0,
  search: () => Promise.resolve([]),
  onLock: () => undefined,
};

/**
 * The whole window at an address (`/office/people?page=2`), signed in with these roles, over a fake office that gives
 * these answers. Gives back the office, a person at the keyboard, and `address()`.
 */
export async function renderAt(
  address: string,
  options: { roles?: Role[]; answers?: Answers; shell?: Partial<ShellBridge> } = {},
) {
  const office = new FakeOffice({
    'access.status': signedInAs(options.roles ?? ['coordinator']),
    ...options.answers,
  });
  window.office = office;
  window.shell = fakeShell(options.shell);
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: appRouter.routeTree, history, defaultPendingMs: 0 });
  await router.load();
  const preferences = window.shell.preferences.atStart;
  render(
    <PreferenceContext value={{ preferences, change: (part) => void window.shell.preferences.set(part) }}>
      <Look choice="light">
        <OfficeProvider>
          <FrameInfoContext value={info}>
            <PlacesContext value={places}>
              <RouterProvider router={router} />
            </PlacesContext>
          </FrameInfoContext>
        </OfficeProvider>
      </Look>
    </PreferenceContext>,
  );
  return { office, user: userEvent.setup(), address: () => history.location.href };
}
