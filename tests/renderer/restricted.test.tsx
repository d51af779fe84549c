import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { renderAt } from './renderAt.tsx';

const kept: Output<'children.restricted'> = {
  records: [
    {
      id: 4,
      neutralRef: 'K7Q4-29M',
      name: null,
      reason: 'address',
      note: '',
      since: '2008-10-01',
      by: 'Margaret Oakes',
      readers: [
        {
          personId: 9,
          name: 'Ruth Adeyemi',
          jobTitle: 'Family worker',
          since: '2008-10-01',
          reason: '',
          givenBy: '',
        },
      ],
    },
  ],
  openings: [
    {
      id: 3,
      who: 'Marcus Bell',
      neutralRef: 'K7Q4-29M',
      restricted: true,
      reason: 'The ward asks who knows her.',
      openedAt: '2008-10-14T10:00:00.000Z',
      untilAt: '2008-10-14T11:00:00.000Z',
      endedAt: null,
      endedBy: null,
      live: true,
      seen: false,
    },
  ],
};

it('says who reads each restricted record and what was opened by exception, and takes that it was looked at', async () => {
  const { office, user } = await renderAt('/children/restricted', {
    roles: ['data_protection'],
    answers: { 'children.restricted': kept, 'children.seeOpening': {} },
  });
  const openings = await screen.findByRole('table', { name: 'Records opened by exception' });
  expect(await within(openings).findByText('The ward asks who knows her.')).toBeVisible();
  expect(within(openings).getByText(/Open until/)).toBeVisible();
  const records = screen.getByRole('table', { name: 'Restricted records' });
  expect(within(records).getByText('Ruth Adeyemi')).toBeVisible();
  await user.click(within(openings).getByRole('button', { name: 'Looked at: Marcus Bell' }));
  expect(office.asked.filter(({ name }) => name === 'children.seeOpening').map(({ input }) => input)).toEqual(
    [{ id: 3 }],
  );
});

it('is no place for who does not answer for restricted records', async () => {
  await renderAt('/children/restricted', { roles: ['practitioner'] });
  expect(await screen.findByText(/Your role does not take in restricted records/)).toBeVisible();
});
