import type { Output, Parsed } from '#shared/contract/index.ts';
import { mayPrintNames } from '#shared/domain/restricted.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { countRestricted } from '../children/children.service.ts';
import type { Context } from '../context.ts';
import { get as getPerson } from '../people/people.service.ts';
import { findAgreement, insertAgreement, useAgreement } from './takeout.queries.ts';

/** A second person agrees that somebody takes restricted records out today, once (12.3). */
export async function agree(
  context: Context,
  input: Parsed<'takeout.agree'>,
): Promise<Output<'takeout.agree'>> {
  const { db, person, today, now } = context;
  await getPerson(context, { id: input.personId });
  if (input.personId === person.id)
    throw new OfficeProblem(
      'invalid',
      'Nobody agrees to their own takeout. Nothing was changed. Ask somebody else.',
      { field: 'personId' },
    );
  const id = await insertAgreement(db, {
    person_id: input.personId,
    agreed_by: person.id,
    reason: input.reason,
    agreed_on: today,
    agreed_at: now,
    used_at: null,
  });
  context.note({ entity: 'takeout', id, detail: { personId: input.personId } });
  return { id };
}

/** Refuses a takeout that names restricted children and that nobody else agreed to today; else the agreement has served. */
export async function refuseUnagreed({ db, person, today, now }: Context): Promise<void> {
  const restrictedNamed = await countRestricted(db);
  const found = restrictedNamed > 0 ? await findAgreement(db, person.id, today) : undefined;
  if (!mayPrintNames({ restrictedNamed, by: person.id, agreedBy: found?.agreed_by ?? null }))
    throw new OfficeProblem(
      'not_allowed',
      'The takeout names children whose records are restricted, and nobody else has agreed to it today. Nothing was written. ' +
        'Ask a co-ordinator or the data protection officer to agree, in Children, Restricted records.',
    );
  if (found) await useAgreement(db, found.id, now);
}
