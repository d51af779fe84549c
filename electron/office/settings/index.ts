import { OfficeProblem } from '#shared/problems.ts';
import type { FeatureHandlers } from '../handler.ts';
import { insertArea, insertTeam, listAreas } from './settings.queries.ts';
import { areas, get, movePracticeDay, policyOn, save } from './settings.service.ts';

function refuseTaken(names: { name: string }[], wanted: string): void {
  if (names.some(({ name }) => name.toLowerCase() === wanted.toLowerCase()))
    throw new OfficeProblem('invalid', 'There is one of that name already. Nothing was added.', {
      field: 'name',
    });
}

/** The office's own name, letterhead, areas and rules. */
export const handlers: FeatureHandlers<'settings'> = {
  'settings.get': get,
  'settings.save': save,
  'settings.areas': areas,
  'settings.addArea': async (context, { name }) => {
    refuseTaken((await listAreas(context.db)).areas, name);
    return { id: await insertArea(context.db, name) };
  },
  'settings.addTeam': async (context, { areaId, name }) => {
    refuseTaken((await listAreas(context.db)).teams, name);
    return { id: await insertTeam(context.db, areaId, name) };
  },
  'settings.policy': ({ db, today }, { on }) => policyOn(db, on ?? today),
  'settings.movePracticeDay': movePracticeDay,
};
