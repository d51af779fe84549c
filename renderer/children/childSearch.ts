import { formatDay } from '#shared/domain/dates.ts';
import type { Option } from '#renderer/components/form/Autocomplete.tsx';
import { callOffice } from '#renderer/office/client.ts';

/** Children whose name or reference begins so, to choose one of; none before something is typed. */
export async function searchChildren(query: string, without: readonly number[]): Promise<Option[]> {
  if (query.trim() === '') return [];
  const found = await callOffice('children.list', { search: query, status: 'all', pageSize: 8 });
  if (!found.ok) throw new Error(found.problem.message);
  return found.data.rows
    .filter((row) => !without.includes(row.id))
    .map((row) => ({
      id: row.id,
      label: row.name ?? row.neutralRef,
      detail: [row.dob ? `born ${formatDay(row.dob)}` : '', row.cafReference ?? row.neutralRef]
        .filter(Boolean)
        .join(' · '),
    }));
}
