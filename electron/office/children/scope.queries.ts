import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import { type Depth, followsMoney, reachAt } from '#shared/domain/roles.ts';
import type { SignedIn } from '../context.ts';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** Who reads: all that the scope looks at. */
export type Reader = Pick<SignedIn, 'id' | 'areaId' | 'teamId' | 'roles' | 'opened'>;

type Cafs = ExpressionBuilder<Schema & { ca: Schema['cafs'] }, 'ca'>;
type Children = ExpressionBuilder<Schema & { ch: Schema['children'] }, 'ch'>;

/** Restricted children that this reader is let in to by name: in reach as deep as their role reads, whosever they are. */
function namedFor(db: Db, reader: Reader) {
  return db
    .selectFrom('child_readers as named')
    .select('named.child_id')
    .where('named.person_id', '=', reader.id);
}

/** Restricted children that this reader is not let in to by name (12.3): out of reach whatever the role. */
function closedTo(db: Db, reader: Reader) {
  return db
    .selectFrom('children as shut')
    .select('shut.id')
    .where('shut.restricted', '=', 1)
    .where('shut.id', 'not in', namedFor(db, reader));
}

/** Restricted children that this reader is not let in to, whether or not their role would reach them. */
export function shutTo(db: Db, reader: Reader) {
  return closedTo(db, reader).where('shut.id', 'not in', reader.opened?.length ? reader.opened : [0]);
}

/**
 * CAFs of one's own: those one leads, or led while they are open, and those one opened. Who else sits in the
 * team around the child is recorded as text, which lets nobody in.
 */
function ownCafIds(db: Db, reader: Reader) {
  return db
    .selectFrom('lead_professionals as led')
    .innerJoin('cafs as own', 'own.id', 'led.caf_id')
    .select('own.id')
    .where('led.person_id', '=', reader.id)
    .where((is) => is.or([is('led.to_day', 'is', null), is('own.closed_on', 'is', null)]))
    .union(db.selectFrom('cafs as made').select('made.id').where('made.created_by', '=', reader.id));
}

/**
 * Whether a CAF is the reader's team's, or their own. A CAF that no team was named for belongs to its area.
 * Somebody who works for a whole area, in no team of it, reads all of the area's. A condition on the row, not a
 * list of ids: a team has thousands, and a page of a list looks at fifty.
 */
function isTeams(db: Db, is: Cafs, reader: Reader) {
  const { teamId, areaId } = reader;
  const unnamed = teamId === null ? [] : [is('ca.team_id', 'is', null)];
  return is.or([
    is('ca.id', 'in', ownCafIds(db, reader)),
    ...(teamId === null ? [] : [is('ca.team_id', '=', teamId)]),
    ...(areaId === null ? [] : [is.and([is('ca.area_id', '=', areaId), ...unnamed])]),
  ]);
}

function reachesCaf(db: Db, is: Cafs, reader: Reader, depth: Depth) {
  const reach = reachAt(reader.roles, depth);
  if (reach === 'none') return sql<SqlBool>`0`;
  if (depth === 'neutral' && followsMoney(reader.roles)) return sql<SqlBool>`1`;
  const unshut = is('ca.child_id', 'not in', closedTo(db, reader));
  const { opened = [] } = reader;
  const exception = opened.length > 0 ? [is('ca.child_id', 'in', opened)] : [];
  if (reach === 'all') return is.or([unshut, ...exception]);
  const within = reach === 'own' ? is('ca.id', 'in', ownCafIds(db, reader)) : isTeams(db, is, reader);
  return is.or([is.and([within, unshut]), is('ca.child_id', 'in', namedFor(db, reader)), ...exception]);
}

/** Children whose CAF is one's own, and those one registered: few, so they are gathered. */
function isOwnChild(db: Db, is: Children, reader: Reader) {
  const ids = db
    .selectFrom('cafs as ca')
    .select('ca.child_id as id')
    .where('ca.id', 'in', ownCafIds(db, reader))
    .union(db.selectFrom('children as made').select('made.id').where('made.created_by', '=', reader.id));
  return is('ch.id', 'in', ids);
}

/** Children with a CAF of the team, and the area's children that have none yet. */
function isTeamsChild(db: Db, is: Children, reader: Reader) {
  const ofChild = db
    .selectFrom('cafs as ca')
    .select('ca.id')
    .where('ca.child_id', '=', sql.ref<number>('ch.id'));
  const { areaId } = reader;
  return is.or([
    isOwnChild(db, is, reader),
    is.exists(ofChild.where((of) => isTeams(db, of, reader))),
    ...(areaId === null ? [] : [is.and([is('ch.area_id', '=', areaId), is.not(is.exists(ofChild))])]),
  ]);
}

function reachesChild(db: Db, is: Children, reader: Reader, depth: Depth) {
  const reach = reachAt(reader.roles, depth);
  if (reach === 'none') return sql<SqlBool>`0`;
  const unshut = is('ch.id', 'not in', closedTo(db, reader));
  const { opened = [] } = reader;
  const exception = opened.length > 0 ? [is('ch.id', 'in', opened)] : [];
  if (reach === 'all') return is.or([unshut, ...exception]);
  const within = reach === 'own' ? isOwnChild(db, is, reader) : isTeamsChild(db, is, reader);
  return is.or([is.and([within, unshut]), is('ch.id', 'in', namedFor(db, reader)), ...exception]);
}

/**
 * The one reading scope (domain 12.2, 12.3): the CAFs, as `ca`, that a person may read at `depth` or deeper: in the
 * reach of their roles and not shut to them, let in by name, or opened by exception. Who follows the money sees the neutral reference of
 * every CAF, restricted or not. Every query that can return a case record starts here or at {@link childrenInReach}; nothing else reads those tables.
 */
export function cafsInReach(db: Db, reader: Reader, depth: Depth) {
  return db.selectFrom('cafs as ca').where((is) => reachesCaf(db, is, reader, depth));
}

/** The children, as `ch`, that a person may read at `depth` or deeper. See {@link cafsInReach}. */
export function childrenInReach(db: Db, reader: Reader, depth: Depth) {
  return db.selectFrom('children as ch').where((is) => reachesChild(db, is, reader, depth));
}

/**
 * Ids of the CAFs that a person may read at `depth`, as a subquery: `where('o.caf_id', 'in', visibleCafs(…))` keeps
 * the rows of any other table to what the person may see.
 */
export function visibleCafs(db: Db, reader: Reader, depth: Depth) {
  return cafsInReach(db, reader, depth).select('ca.id');
}

/** Ids of the children that a person may read at `depth`, as a subquery. */
export function visibleChildren(db: Db, reader: Reader, depth: Depth) {
  return childrenInReach(db, reader, depth).select('ch.id');
}

const deepestFirst: Depth[] = ['full', 'summary', 'neutral'];

/** How deep a person may read one CAF; null when they may not know of it. */
export async function depthOfCaf(db: Db, reader: Reader, cafId: number): Promise<Depth | null> {
  for (const depth of deepestFirst) {
    if (await visibleCafs(db, reader, depth).where('ca.id', '=', cafId).executeTakeFirst()) return depth;
  }
  return null;
}

/** How deep a person may read one child's identity; null when they may not know of the child. */
export async function depthOfChild(db: Db, reader: Reader, childId: number): Promise<Depth | null> {
  for (const depth of deepestFirst) {
    if (await visibleChildren(db, reader, depth).where('ch.id', '=', childId).executeTakeFirst())
      return depth;
  }
  return null;
}
