import type { Budget } from './budgetWords.ts';
import { callOffice } from '#renderer/office/client.ts';
import type { Option } from '#renderer/components/form/Autocomplete.tsx';

/** Whom money is allocated to: its kind and its id. */
export type Owner = { ownerKind: Exclude<Budget['ownerKind'], 'caf'>; ownerId: number };

/** An owner as one value of a field, and back; null for a text that is none. */
export function readOwner(text: string): Owner | null {
  const match = /^(area|team|person):(\d+)$/.exec(text);
  const kind = (['area', 'team', 'person'] as const).find((one) => one === match?.[1]);
  return kind === undefined ? null : { ownerKind: kind, ownerId: Number(match?.[2]) };
}

const fits = (name: string, query: string) =>
  name.toLocaleLowerCase('en-GB').includes(query.trim().toLocaleLowerCase('en-GB'));

/** Areas and teams by name, then lead professionals. Rejects when the office cannot say. */
export async function searchOwners(query: string): Promise<Option[]> {
  const [places, people] = await Promise.all([
    callOffice('settings.areas', {}),
    callOffice('people.list', { search: query, role: 'lead_professional', pageSize: 20 }),
  ]);
  if (!places.ok) throw new Error(places.problem.code);
  if (!people.ok) throw new Error(people.problem.code);
  const { areas, teams } = places.data;
  const areaName = (id: number) => areas.find((area) => area.id === id)?.name ?? '';
  return [
    ...areas
      .filter((area) => fits(area.name, query))
      .map((area) => ({ id: `area:${area.id}`, label: area.name, detail: 'Area' })),
    ...teams
      .filter((team) => fits(team.name, query))
      .map((team) => ({ id: `team:${team.id}`, label: team.name, detail: `Team, ${areaName(team.areaId)}` })),
    ...people.data.rows.map((person) => ({
      id: `person:${person.id}`,
      label: person.name,
      detail: ['Lead professional', person.team ?? person.area ?? ''].filter(Boolean).join(', '),
    })),
  ];
}
