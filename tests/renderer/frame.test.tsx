import { createMemoryHistory, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FrameInfoContext, PlacesContext, type FrameInfo, type Hit } from '#renderer/app/frameInfo.ts';
import { BrokenPage } from '#renderer/app/OddPages.tsx';
import { Look, lookFor } from '#renderer/app/Look.tsx';
import { forgetRecent } from '#renderer/app/paletteHits.ts';
import { frameRoute, rootRoute } from '#renderer/app/root.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { initialsOf } from '#renderer/components/Person.tsx';
import { OfficeProvider } from '#renderer/office/OfficeProvider.tsx';
import { FakeOffice, signedInAs } from './fakeOffice.ts';

const known: Hit[] = [
  { id: 'o1', group: 'Orders', label: 'Order 4001871', to: '/orders' },
  { id: 'p1', group: 'Providers', label: 'Orchard Play', detail: 'Approved', to: '/providers' },
];

function WorkPage() {
  return (
    <Page title="Tuesday 14 October 2008" windowTitle="Work">
      <p>25 things to do</p>
    </Page>
  );
}

function OrdersPage() {
  return (
    <Page title="Orders">
      <p>All orders</p>
    </Page>
  );
}

const at = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => frameRoute, path, component });

function BrokenOne(): React.ReactNode {
  throw new Error('drawn wrongly');
}

async function openFrame(more: Partial<FrameInfo> = {}) {
  const routeTree = rootRoute.addChildren([
    frameRoute.addChildren([at('/work', WorkPage), at('/orders', OrdersPage), at('/returns', BrokenOne)]),
  ]);
  const router = createRouter({
    routeTree,
    history: createMemoryHistory({ initialEntries: ['/work'] }),
    defaultErrorComponent: BrokenPage,
  });
  await router.load();
  window.office = new FakeOffice({ 'access.status': signedInAs(['coordinator']) });
  const info: FrameInfo = {
    person: { name: 'Margaret Oakes', role: 'Co-ordinator', office: 'Marlford Children’s Trust' },
    late: 7,
    search: vi.fn((query: string) =>
      Promise.resolve(known.filter((hit) => hit.label.toLowerCase().includes(query.toLowerCase()))),
    ),
    onLock: vi.fn(),
    ...more,
  };
  render(
    <Look choice="light">
      <OfficeProvider>
        <FrameInfoContext value={info}>
          <PlacesContext
            value={[{ kind: 'create', label: 'New order', to: '/orders', keys: 'Ctrl+Shift+O' }]}
          >
            <RouterProvider router={router} />
          </PlacesContext>
        </FrameInfoContext>
      </OfficeProvider>
    </Look>,
  );
  return { user: userEvent.setup(), info, router };
}

afterEach(forgetRecent);

describe('the frame', () => {
  it('has a rail with the chosen place, the late count on Work, a banner, a main and a way past them', async () => {
    const { user } = await openFrame();
    const rail = screen.getByRole('navigation', { name: 'Main' });
    const links = within(rail).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      'Work7 late',
      'Children',
      'Budgets',
      'Orders',
      'Providers',
      'Returns',
      'Assurance',
      'Office',
    ]);
    expect(links[0]).toHaveAttribute('aria-current', 'page');
    expect(links[3]).not.toHaveAttribute('aria-current');
    expect(document.title).toBe('Work – Trust Desk');
    expect(screen.queryByRole('region', { name: 'Practice office' })).toBeNull();

    await user.tab();
    expect(screen.getByRole('button', { name: 'Skip to the page' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('says when nothing is real, and which day it is there', async () => {
    await openFrame({ practice: { date: 'Tuesday 14 October 2008' } });
    expect(screen.getByRole('region', { name: 'Practice office' })).toHaveTextContent(
      'Practice office.Nothing here is real. Today is Tuesday 14 October 2008.',
    );
  });

  it('locks by its key and by its button', async () => {
    const { user, info } = await openFrame();
    await user.keyboard('{Control>}l{/Control}');
    await user.click(screen.getByRole('button', { name: 'Lock' }));
    expect(info.onLock).toHaveBeenCalledTimes(2);
  });

  it('goes to a place by its key, and names the page to screen readers', async () => {
    const { user, router } = await openFrame();
    await user.keyboard('{Control>}4{/Control}');
    await screen.findByRole('heading', { name: 'Orders' });
    expect(router.state.location.pathname).toBe('/orders');
    await waitFor(() => expect(screen.getByText('Orders – Trust Desk')).toBeInTheDocument());
  });

  it('begins something from anywhere by its key', async () => {
    const { user, router } = await openFrame();
    await user.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/orders'));
  });

  it('stays when a page breaks, and says what is safe', async () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { user } = await openFrame();
    await user.click(screen.getByRole('link', { name: 'Returns' }));
    await screen.findByRole('heading', { name: 'This page stopped' });
    expect(screen.getByText(/Everything that was saved is safe/)).toBeInTheDocument();
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeInTheDocument();
    silence.mockRestore();
  });

  it('lists its keys', async () => {
    const { user } = await openFrame();
    await user.keyboard('?');
    const keys = screen.getByRole('dialog', { name: 'Keys' });
    expect(within(keys).getByText('Lock')).toBeInTheDocument();
    expect(within(keys).getByText('Go to Assurance')).toBeInTheDocument();
    expect(within(keys).getAllByText('Show the keys')).toHaveLength(1);
  });
});

describe('the command palette', () => {
  it('finds records, things to begin and screens, by the arrow keys', async () => {
    const { user, router } = await openFrame();
    await user.keyboard('{Control>}k{/Control}');
    const field = screen.getByRole('combobox', { name: /Search children/ });
    expect(field).toHaveFocus();
    await user.keyboard('or');
    await screen.findByRole('option', { name: /Order 4001871/ });
    const options = screen.getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      'Order 4001871',
      'Orchard PlayApproved',
      'New order',
      'Work',
      'Orders',
    ]);
    expect(options[0]).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(field).toHaveAttribute('aria-activedescendant', options[2]?.id);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/orders'));
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('offers what was opened last first, until it is told to forget', async () => {
    const { user } = await openFrame();
    await user.keyboard('{Control>}k{/Control}4001871');
    await user.click(await screen.findByRole('option', { name: /Order 4001871/ }));
    await user.keyboard('{Control>}k{/Control}');
    const group = screen.getByRole('group', { name: 'Recent' });
    expect(within(group).getByRole('option')).toHaveTextContent('Order 4001871');
    await user.keyboard('{Escape}');
    forgetRecent();
    await user.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('group', { name: 'Recent' })).toBeNull();
  });

  it('says in words that nothing was found, or that the search did not finish', async () => {
    const search = vi
      .fn<FrameInfo['search']>()
      .mockResolvedValueOnce([])
      .mockRejectedValueOnce(new Error('gone'));
    const { user } = await openFrame({ search });
    await user.keyboard('{Control>}k{/Control}zzz');
    expect(await screen.findAllByText(/Nothing found for “zzz”/)).not.toHaveLength(0);
    await user.keyboard('z');
    expect(await screen.findAllByText(/The search did not finish/)).not.toHaveLength(0);
  });
});

describe('the look', () => {
  it('follows the computer unless one is chosen', () => {
    expect(lookFor('system', true, false)).toBe('dark');
    expect(lookFor('system', false, true)).toBe('contrastLight');
    expect(lookFor('light', true, true)).toBe('light');
    expect(lookFor('dark', false, false)).toBe('dark');
    expect(lookFor('contrast', true, false)).toBe('contrastDark');
  });

  it('makes every length larger with the text, within 12 to 20 px', async () => {
    render(<Look textSize={20}>words</Look>);
    await waitFor(() => expect(parseFloat(document.documentElement.style.fontSize)).toBeCloseTo(142.86, 1));
    render(<Look textSize={40}>words</Look>);
    expect(parseFloat(document.documentElement.style.fontSize)).toBeCloseTo(142.86, 1);
  });

  it('takes initials from the first and the last name', () => {
    expect(initialsOf('Margaret Oakes')).toBe('MO');
    expect(initialsOf('Émile van der Berg')).toBe('ÉB');
    expect(initialsOf('Cher')).toBe('C');
  });
});
