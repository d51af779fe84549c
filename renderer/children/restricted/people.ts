import type { Option } from '#renderer/components/form/Autocomplete.tsx';
import { callOffice } from '#renderer/office/client.ts';

/** People by name, for choosing who is let in; the office says who cannot be. */
export async function findPeople(query: string): Promise<Option[]> {
  const result = await callOffice('people.list', { search: query, sort: 'name', pageSize: 20 });
  if (!result.ok) throw new Error(result.problem.message);
  return result.data.rows.map((row) => ({ id: row.id, label: row.name, detail: row.jobTitle }));
}
