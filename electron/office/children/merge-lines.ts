import { normaliseName } from '#shared/domain/names.ts';
import type { Db } from '../database/driver.ts';
import { listMembers, listServices, type MemberRow, type ServiceRow } from './family.queries.ts';

/** Whether one line says nothing that the other does not say too: nothing typed is lost by leaving it out. */
function saysNoMore(line: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return Object.entries(line).every(([field, value]) => {
    if (['id', 'child_id', 'version'].includes(field)) return true;
    const mine = typeof value === 'string' ? normaliseName(value) : value;
    const their = other[field];
    const known = mine === null || mine === '' || mine === 'nk' || mine === 0;
    return known || mine === (typeof their === 'string' ? normaliseName(their) : their);
  });
}

const isSaid = (line: MemberRow | ServiceRow, lines: readonly (MemberRow | ServiceRow)[]) =>
  lines.some((other) => saysNoMore(line, other));

/**
 * The lines of the record that goes which say something that the kept one does not: those move; the others stay behind
 * with the record, and come back with it.
 */
export async function newLines(
  db: Db,
  keptId: number,
  goneId: number,
): Promise<{ members: number[]; services: number[] }> {
  const own = await listMembers(db, keptId);
  const services = await listServices(db, keptId);
  const theirs = (await listMembers(db, goneId)).filter(
    (line) => line.linked_child_id !== keptId && !isSaid(line, own),
  );
  const more = (await listServices(db, goneId)).filter((line) => !isSaid(line, services));
  return { members: theirs.map((line) => line.id), services: more.map((line) => line.id) };
}
