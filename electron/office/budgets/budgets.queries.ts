import type { Insertable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** A fund as it is stored. */
export function listFunds(db: Db) {
  return db.selectFrom('funds').selectAll().orderBy('name').execute();
}

/** One fund. */
export function findFund(db: Db, id: number) {
  return db.selectFrom('funds').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether a fund of that name is there. */
export async function fundNameTaken(db: Db, name: string): Promise<boolean> {
  return !!(await db.selectFrom('funds').select('id').where('name', '=', name).executeTakeFirst());
}

/** Adds a fund; its id. */
export async function insertFund(db: Db, values: Insertable<Schema['funds']>): Promise<number> {
  return (await db.insertInto('funds').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

/** Budgets with their fund and owner by name. A CAF's owner name is left to whoever may read it. */
function budgets(db: Db) {
  return db
    .selectFrom('budgets as b')
    .innerJoin('funds as f', 'f.id', 'b.fund_id')
    .leftJoin('areas as a', (join) => join.onRef('a.id', '=', 'b.owner_id').on('b.owner_kind', '=', 'area'))
    .leftJoin('teams as t', (join) => join.onRef('t.id', '=', 'b.owner_id').on('b.owner_kind', '=', 'team'))
    .leftJoin('people as p', (join) =>
      join.onRef('p.id', '=', 'b.owner_id').on('b.owner_kind', '=', 'person'),
    )
    .select((is) => [
      'b.id',
      'b.fund_id',
      'b.owner_kind',
      'b.owner_id',
      'b.financial_year',
      'f.name as fund',
      'f.start_on',
      'f.end_on',
      'f.restricted_categories',
      'f.cost_centre',
      'f.expense_code',
      'f.project_code',
      is.fn.coalesce('a.name', 't.name', 'p.name').as('owner'),
    ]);
}
/** See {@link budgets}. */
export type BudgetValues = Awaited<ReturnType<typeof listBudgets>>[number];

/** The budgets of a financial year. */
export function listBudgets(db: Db, financialYear: string) {
  return budgets(db)
    .where('b.financial_year', '=', financialYear)
    .orderBy('b.owner_kind')
    .orderBy('owner')
    .orderBy('f.name')
    .execute();
}

/** One budget. */
export function findBudget(db: Db, id: number) {
  return budgets(db).where('b.id', '=', id).executeTakeFirst();
}

/** The budgets of these owners in a financial year whose fund is in force on a day. */
export function budgetsOfOwners(
  db: Db,
  owners: { kind: BudgetValues['owner_kind']; id: number }[],
  financialYear: string,
  day: string,
) {
  return budgets(db)
    .where('b.financial_year', '=', financialYear)
    .where('f.start_on', '<=', day)
    .where('f.end_on', '>=', day)
    .where((is) =>
      is.or(
        owners.map((owner) => is.and([is('b.owner_kind', '=', owner.kind), is('b.owner_id', '=', owner.id)])),
      ),
    )
    .orderBy('b.id')
    .execute();
}

/** The budget of an owner in a year, made if it is not there. */
export async function budgetOf(db: Db, values: Insertable<Schema['budgets']>): Promise<number> {
  const found = await db
    .selectFrom('budgets')
    .select('id')
    .where('fund_id', '=', values.fund_id)
    .where('owner_kind', '=', values.owner_kind)
    .where('owner_id', '=', values.owner_id)
    .where('financial_year', '=', values.financial_year)
    .executeTakeFirst();
  if (found) return found.id;
  return (await db.insertInto('budgets').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

/** Whether an area, team or person that is to own a budget is there. */
export async function ownerExists(db: Db, kind: 'area' | 'team' | 'person', id: number): Promise<boolean> {
  const table = kind === 'area' ? 'areas' : kind === 'team' ? 'teams' : 'people';
  return !!(await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst());
}
