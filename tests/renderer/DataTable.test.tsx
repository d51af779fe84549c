import { act, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DataTable, type Column } from '#renderer/components/DataTable.tsx';
import type { Sort } from '#renderer/components/DataTableHead.tsx';
import { countWords } from '#renderer/components/Pages.tsx';
import { renderInApp } from './render.tsx';

type Row = { id: number; name: string; spent: string };
const rows: Row[] = [
  { id: 1, name: 'Brightwater Tuition', spent: '£12.50' },
  { id: 2, name: 'Sunny Futures', spent: '£3.00' },
];
const columns: Column<Row>[] = [
  { key: 'name', label: 'Name', cell: (row) => row.name, sortable: true },
  { key: 'spent', label: 'Spent', kind: 'money', cell: (row) => row.spent, sortable: true },
  { key: 'id', label: 'Number', cell: (row) => row.id },
];
const common = { label: 'Providers', columns, rowKey: (row: Row) => row.id, empty: <p>No providers yet</p> };

function Sorted() {
  const [sort, setSort] = useState<Sort>({ key: 'name', dir: 'asc' });
  return <DataTable {...common} rows={rows} sort={sort} onSort={setSort} />;
}

const head = (name: string) => screen.getByRole('columnheader', { name });

describe('DataTable', () => {
  it('says which column it is sorted by and which way, and turns round when pressed again', async () => {
    const { user } = await renderInApp(<Sorted />);
    expect(head('Name')).toHaveAttribute('aria-sort', 'ascending');
    expect(head('Spent')).toHaveAttribute('aria-sort', 'none');
    expect(head('Number')).not.toHaveAttribute('aria-sort');

    await user.click(within(head('Name')).getByRole('button'));
    expect(head('Name')).toHaveAttribute('aria-sort', 'descending');

    await user.click(within(head('Spent')).getByRole('button'));
    expect(head('Spent')).toHaveAttribute('aria-sort', 'ascending');
    expect(head('Name')).toHaveAttribute('aria-sort', 'none');
  });

  it('is a table with a name, and the first cell of a row is its head and its link', async () => {
    const { user, address } = await renderInApp(
      <DataTable {...common} rows={rows} rowLink={(row) => `/providers/${row.id}`} selected={2} />,
    );
    const table = screen.getByRole('table', { name: 'Providers' });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(2);
    expect(screen.getByRole('row', { name: /Sunny Futures/ })).toHaveAttribute('aria-current', 'true');
    await user.click(screen.getByRole('link', { name: 'Sunny Futures' }));
    expect(address()).toBe('/providers/2');
  });

  it('adds the sum row under the right columns', async () => {
    await renderInApp(<DataTable {...common} rows={rows} totals={{ spent: '£15.50' }} />);
    const sum = screen.getByRole('row', { name: /Total/ });
    expect(
      within(sum)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['£15.50', '']);
  });

  it('says what an empty list is for, and shows the problem with a way to try again', async () => {
    const retry = vi.fn();
    const { user, unmount } = await renderInApp(<DataTable {...common} rows={[]} />);
    expect(screen.getByText('No providers yet')).toBeVisible();
    unmount();
    await renderInApp(
      <DataTable
        {...common}
        rows={undefined}
        problem={{
          code: 'office_stopped',
          message: 'The office stopped. Nothing was changed.',
          reference: 'K3-9Q',
        }}
        onRetry={retry}
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('The office stopped. Nothing was changed.');
    expect(screen.getByRole('alert')).toHaveTextContent('K3-9Q');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('shows nothing while it loads for less than 300 ms, then grey lines', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const shown = renderInApp(<DataTable {...common} rows={undefined} />);
      await vi.advanceTimersByTimeAsync(10);
      await shown;
      await act(() => vi.advanceTimersByTimeAsync(200));
      expect(screen.queryByText('Loading')).toBeNull();
      await act(() => vi.advanceTimersByTimeAsync(200));
      expect(screen.getByText('Loading')).toBeInTheDocument();
    } finally {
      vi.useRealTimers();
    }
  });

  it('counts in words and turns pages only where there are some', async () => {
    expect(countWords({ number: 1, size: 50, total: 1 })).toBe('1 row');
    expect(countWords({ number: 2, size: 50, total: 1050 })).toBe('51 to 100 of 1,050');
    const turn = vi.fn();
    const { user } = await renderInApp(
      <DataTable {...common} rows={rows} page={{ number: 1, size: 2, total: 5 }} onPage={turn} />,
    );
    expect(screen.getByRole('button', { name: 'Page before' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Page after' }));
    expect(turn).toHaveBeenCalledWith(2);
  });
});
