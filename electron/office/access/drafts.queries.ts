import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';
import type { Selectable } from 'kysely';

type Draft = Omit<Selectable<Schema['drafts']>, 'person_id' | 'kept_at'>;

/** Keeps what was typed in a form, in place of what was kept of it before. */
export async function putDraft(db: Db, personId: number, keptAt: string, draft: Draft): Promise<void> {
  const values = { ...draft, kept_at: keptAt };
  await db
    .insertInto('drafts')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['person_id', 'form']).doUpdateSet(values))
    .execute();
}

/** A person's kept texts, newest first. */
export function listDrafts(db: Db, personId: number) {
  return db
    .selectFrom('drafts')
    .select(['form', 'title', 'place', 'body', 'kept_at'])
    .where('person_id', '=', personId)
    .orderBy('kept_at', 'desc')
    .orderBy('form')
    .execute();
}

/** How many kept texts a person has. */
export async function countDrafts(db: Db, personId: number): Promise<number> {
  const row = await db
    .selectFrom('drafts')
    .select((each) => each.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Lets kept texts of a person go; how many there were. */
export async function dropDrafts(db: Db, personId: number, forms: readonly string[]): Promise<number> {
  if (forms.length === 0) return 0;
  const gone = await db
    .deleteFrom('drafts')
    .where('person_id', '=', personId)
    .where('form', 'in', [...forms])
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
