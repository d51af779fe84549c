import type { Context } from '../context.ts';
import { firstStart, type FlowRow, flowRows } from './flow.queries.ts';

/** CAF flow of a period in episodes (R1): `openAtStart + initiated − closed = openAtEnd` by definition. */
export type Flow = {
  openAtStart: number;
  initiated: number;
  /** Of the initiated, those of a child who had a CAF before (`initiated` counts them too). */
  repeats: number;
  completed: number;
  tacFormed: number;
  closed: number;
  openAtEnd: number;
};

const columns = [
  'openAtStart',
  'initiated',
  'repeats',
  'completed',
  'tacFormed',
  'closed',
  'openAtEnd',
] as const satisfies (keyof Flow)[];

function add(rows: readonly FlowRow[]): Flow {
  const flow: Flow = {
    openAtStart: 0,
    initiated: 0,
    repeats: 0,
    completed: 0,
    tacFormed: 0,
    closed: 0,
    openAtEnd: 0,
  };
  for (const row of rows) for (const column of columns) flow[column] += row[column];
  return flow;
}

/**
 * What return R1 counts from one day to another, both included: for the whole trust, by area, and by the level at
 * which an episode was opened; an area or level without an episode is not in its map. A closing on the last day is
 * closed; an episode begun and closed within the period counts in both and is open at neither end; one opened in
 * error counts nowhere. Counts only: whoever may read returns gets the whole trust's.
 */
export async function flowFacts(
  context: Context,
  from: string,
  to: string,
): Promise<{ total: Flow; byArea: Map<number, Flow>; byLevel: Map<number, Flow> }> {
  const rows = await flowRows(context.db, from, to);
  const by = (key: 'area_id' | 'start_level') =>
    new Map([...Map.groupBy(rows, (row) => row[key])].map(([value, group]) => [value, add(group)] as const));
  return { total: add(rows), byArea: by('area_id'), byLevel: by('start_level') };
}

/** The first day that the office has a CAF of; null before the first. Tells which quarters there are. */
export function firstEpisodeDay({ db }: Context): Promise<string | null> {
  return firstStart(db);
}
