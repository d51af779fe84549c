import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import type { ImportReport } from '#shared/contract/providers.ts';
import { refuse, type Answers } from './fakeOffice.ts';
import { renderAt } from './renderAt.tsx';

const mapping = { headerRow: 9, supplier: 2, department: 1, paidOn: 3, amount: 4, description: 5 };
const CHILDREN = "Children and Young People's Service";
const read: Output<'providers.readFile'> = {
  fileName: 'council-payments-2012-06.csv',
  rows: 3161,
  header: [
    'Body',
    'Department',
    'Supplier Name',
    'Invoice Creation Date',
    'Invoice Nett Amount',
    'Subj Description',
  ],
  mapping,
  sample: [['Lambeth', 'Housing', '170 Community Project', '08/06/2012', '1534.24', 'SUPPORT']],
  departments: [
    { name: 'Housing', rows: 465 },
    { name: CHILDREN, rows: 1013 },
  ],
};
const fold = {
  key: 'mears',
  name: 'Mears Limited',
  spellings: [
    { text: 'Mears Limited', rows: 8 },
    { text: 'Mears', rows: 2 },
  ],
};
const refusals = Array.from({ length: 30 }, (_, at) => ({
  row: 19 + at,
  wrong: 'The date and the amount have run together in one cell: “25/06/2012900”.',
  text: `Lambeth,CYPS,A A GuestHouses ${at},25/06/2012900`,
}));

function reportOf(agreed: readonly string[], dryRun: boolean): ImportReport {
  const folded = agreed.includes('mears') ? 2 : 0;
  return {
    fileName: read.fileName,
    rows: 3161,
    imported: 776 - folded,
    folded,
    skipped: 2355,
    skippedBecause: [{ reason: 'Another department', rows: 2355 }],
    refused: 30,
    refusals,
    providersAdded: folded > 0 ? 208 : 209,
    providersKnown: 0,
    folds: [fold],
    dryRun,
  };
}

const answers: Answers = {
  'providers.list': { rows: [], total: 0 },
  'providers.readFile': read,
  'providers.tryImport': (input) => reportOf(input.agreedFolds ?? [], true),
  'providers.import': (input) => reportOf(input.agreedFolds ?? [], false),
};
const shell = {
  pickFile: () =>
    Promise.resolve({ ok: true as const, data: { token: 'token-of-file', name: read.fileName } }),
};
const open = (more: Answers = {}) =>
  renderAt('/providers/import', { roles: ['commissioner'], answers: { ...answers, ...more }, shell });
const choose = async (user: Awaited<ReturnType<typeof open>>['user']) =>
  user.click(await screen.findByRole('button', { name: /Choose the payments file/ }));

describe('the import', () => {
  test('goes from the file to its columns, a look at what would come, and the import, spellings folded as agreed', async () => {
    const { office, user, address } = await open();
    await choose(user);
    expect(await screen.findByRole('combobox', { name: 'Supplier’s name' })).toHaveDisplayValue(
      'Supplier Name',
    );
    expect(screen.getByText(/3,161 rows under the heading in row 10/)).toBeVisible();
    expect(screen.getByRole('checkbox', { name: new RegExp(CHILDREN) })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: /Housing/ })).not.toBeChecked();

    await user.click(screen.getByRole('button', { name: /Check the file/ }));
    expect(await screen.findByText('Nothing is written yet.')).toBeVisible();
    expect(office.inputsOf('providers.tryImport')[0]).toMatchObject({
      departments: [CHILDREN],
      agreedFolds: [],
    });
    const box = screen.getByRole('checkbox', { name: /Fold into Mears Limited/ });
    expect(box).not.toBeChecked();
    await user.click(box);
    await waitFor(() => expect(screen.getByText('208')).toBeVisible());

    await user.click(screen.getByRole('button', { name: /Import 776 rows/ }));
    expect(await screen.findByText(/Every row of the file is accounted for/)).toBeVisible();
    expect(office.inputsOf('providers.import')).toEqual([
      { file: 'token-of-file', mapping, departments: [CHILDREN], agreedFolds: ['mears'] },
    ]);
    await user.click(screen.getByRole('link', { name: /See the providers/ }));
    expect(address()).toBe('/providers');
  });

  test('lists the rows that cannot be read, page by page', async () => {
    const { user } = await open();
    await choose(user);
    await user.click(await screen.findByRole('button', { name: /Check the file/ }));
    const table = await screen.findByRole('table', { name: 'Rows that cannot be read' });
    expect(within(table).getAllByRole('row')).toHaveLength(26);
    expect(within(table).getByRole('row', { name: /^19 / })).toHaveTextContent('have run together');
    await user.click(screen.getByRole('button', { name: 'Page after' }));
    expect(within(table).getAllByRole('row')).toHaveLength(6);
    expect(table).toHaveTextContent('A A GuestHouses 29');
  });

  test('needs a department, and counts again when another column is the department', async () => {
    const { office, user } = await open();
    await choose(user);
    await user.click(await screen.findByRole('checkbox', { name: new RegExp(CHILDREN) }));
    expect(screen.getByText('Keep at least one department.')).toBeVisible();
    expect(screen.getByRole('button', { name: /Check the file/ })).toBeDisabled();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Department' }), 'Body');
    await waitFor(() =>
      expect(office.inputsOf('providers.readFile').at(-1)).toMatchObject({
        mapping: { ...mapping, department: 0 },
      }),
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Department' }), 'Not in this file');
    await waitFor(() => expect(screen.queryByText('Departments')).toBeNull());
    await user.click(screen.getByRole('button', { name: /Check the file/ }));
    await waitFor(() =>
      expect(office.inputsOf('providers.tryImport').at(-1)).toMatchObject({ mapping: { department: null } }),
    );
  });

  test('says in words why a file was not read, and stays where it was', async () => {
    const { user } = await open({
      'providers.readFile': refuse({ code: 'not_csv', message: 'This is a workbook, not a CSV file.' }),
    });
    await choose(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('This is a workbook, not a CSV file.');
    expect(screen.getByRole('button', { name: /Choose the payments file/ })).toBeEnabled();
  });

  test('shows how far it is, and a cancelled import leaves everything as it was', async () => {
    const { user } = await open({
      'providers.import': (_input, progress) => {
        progress({ done: 200, total: 776, label: 'Importing rows' });
        return new Promise(() => undefined);
      },
    });
    await choose(user);
    await user.click(await screen.findByRole('button', { name: /Check the file/ }));
    await user.click(await screen.findByRole('button', { name: /Import 776 rows/ }));
    expect(await screen.findByText('200 of 776')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Cancelled.');
    expect(screen.getByRole('button', { name: /Import 776 rows/ })).toBeEnabled();
  });
});
