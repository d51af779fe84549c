import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { renderAt } from './renderAt.tsx';

type Row = Output<'children.list'>['rows'][number];

const callum: Row = {
  id: 2,
  neutralRef: 'K7Q4-29M',
  name: 'Callum Birchall',
  dob: '2000-05-03',
  expectedOn: null,
  area: 'Hillcrest',
  cafId: 7,
  cafReference: 'CAF-2007-0142',
  cafStatus: 'review_due',
  level: 3,
  leadProfessional: 'Ruth Adeyemi',
  nextReviewOn: '2008-10-08',
};
const unborn: Row = {
  ...callum,
  id: 3,
  name: 'Unborn baby Tate',
  dob: null,
  expectedOn: '2008-12-18',
  cafId: null,
  cafReference: null,
  cafStatus: null,
  level: null,
  leadProfessional: null,
  nextReviewOn: null,
};

const answers = {
  'children.list': { rows: [callum, unborn], total: 2, restrictedMatches: 0 },
  'settings.areas': {
    areas: [
      { id: 1, name: 'Hillcrest' },
      { id: 2, name: 'Northgate' },
    ],
    teams: [],
  },
};

it('says of each child who it is, where the CAF stands and how late the review is', async () => {
  await renderAt('/children', { answers });
  const row = (await screen.findByRole('link', { name: /Callum Birchall/ })).closest('tr')!;
  expect(row).toHaveTextContent('CAF-2007-0142');
  expect(row).toHaveTextContent('8 years');
  expect(row).toHaveTextContent('Review due');
  expect(row).toHaveTextContent('3 Integrated');
  expect(row).toHaveTextContent('6 days late');
  const other = screen.getByRole('link', { name: /Unborn baby Tate/ }).closest('tr')!;
  expect(other).toHaveTextContent('due 18 Dec 2008');
  expect(other).toHaveTextContent('No CAF');
  expect(within(row).getByRole('link')).toHaveAttribute('href', '/children/2');
});

it('asks the office for what the filters say and keeps them in the address', async () => {
  const { office, user, address } = await renderAt('/children', { answers });
  await screen.findByRole('link', { name: /Callum Birchall/ });
  await user.selectOptions(screen.getByLabelText('Which children'), 'Review overdue');
  await user.selectOptions(screen.getByLabelText('Area'), 'Northgate');
  await waitFor(() =>
    expect(office.inputsOf('children.list').at(-1)).toMatchObject({ status: 'overdue', areaId: 2 }),
  );
  expect(address()).toContain('status=overdue');
  await user.click(screen.getByRole('button', { name: 'Remove filter: Review overdue' }));
  await waitFor(() =>
    expect(office.inputsOf('children.list').at(-1)).toMatchObject({ status: 'open', areaId: 2 }),
  );
});

it('sorts and turns pages at the office, not in the window', async () => {
  const { office, user } = await renderAt('/children?page=2', {
    answers: { ...answers, 'children.list': { rows: [callum], total: 51, restrictedMatches: 0 } },
  });
  await user.click(await screen.findByRole('button', { name: 'Next review' }));
  await waitFor(() =>
    expect(office.inputsOf('children.list').at(-1)).toMatchObject({
      sort: 'nextReviewOn',
      descending: false,
      page: 0,
    }),
  );
  expect(office.inputsOf('children.list')[0]).toMatchObject({ page: 1 });
});

it('offers to start a CAF only to who may register a child', async () => {
  await renderAt('/children', {
    roles: ['practitioner'],
    answers: { ...answers, 'children.list': { rows: [], total: 0, restrictedMatches: 0 } },
  });
  expect(await screen.findByText('No open CAFs yet')).toBeInTheDocument();
  expect(screen.queryByText('Start a CAF')).not.toBeInTheDocument();
});

it('asks the office nothing for a role that reads no records, and says so', async () => {
  const { office } = await renderAt('/children', { roles: ['finance'], answers });
  expect(await screen.findByText('Your role does not read children’s records')).toBeInTheDocument();
  expect(office.inputsOf('children.list')).toHaveLength(0);
});
