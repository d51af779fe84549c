import type { Output, Parsed } from '#shared/contract/index.ts';
import { backUpAtLock } from '../backups/schedule.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';
import { toProblem } from '../problems.ts';
import { findSignedIn } from './access.queries.ts';
import { appendAudit } from './audit.queries.ts';
import { dropDrafts, listDrafts, putDraft } from './drafts.queries.ts';
import { makeOffice } from './set-up.ts';

export { findSignedIn };

/** Sets the office up and signs its first person in. The recovery key is in the answer and nowhere else. */
export async function setUp(
  { desk }: Context,
  input: Parsed<'access.setUp'>,
): Promise<{ recoveryKey: string }> {
  desk.close();
  desk.using = 'office';
  const made = await makeOffice(desk, input, false);
  const open = desk.opened();
  desk.person = await findSignedIn(open.readerDb, input.person.userName, desk.today());
  return made;
}

/**
 * Signs out and forgets the key, whatever the disk says: an office that cannot be written to must still be locked. What
 * was typed and not saved is kept in the encrypted file for the person who typed it; `kept` says whether it could be.
 */
export async function lock(
  { desk }: { desk: Desk },
  { drafts: typed = [] }: Partial<Parsed<'access.lock'>> = {},
  why: { quietMinutes?: number } = {},
): Promise<Output<'access.lock'>> {
  const { person, open } = desk;
  // From here on nobody is signed in, whatever comes before the file is closed.
  desk.person = null;
  let kept = false;
  try {
    if (person && open) {
      await open.writer.transaction(async () => {
        const at = desk.now();
        for (const draft of typed)
          await putDraft(open.writerDb, person.id, at, { ...draft, body: JSON.stringify(draft.body) });
        await appendAudit(open.writerDb, {
          at,
          personId: person.id,
          operation: 'access.lock',
          outcome: 'done',
          detail: { ...why, ...(typed.length > 0 ? { drafts: typed.length } : {}) },
        });
      });
      kept = true;
      await backUpAtLock(desk);
    }
  } catch (error) {
    toProblem(error, desk.log, 'access.lock');
  } finally {
    // Somebody may have signed in while this waited for its turn: theirs stays open.
    if (desk.open === open) desk.close();
  }
  return { kept };
}

/** What the person had typed and not saved when the desk locked. */
export async function drafts({ db, person }: Context): Promise<Output<'access.drafts'>> {
  const rows = await listDrafts(db, person.id);
  return {
    drafts: rows.map(({ form, title, place, body, kept_at: keptAt }) => ({
      form,
      title,
      place,
      body: JSON.parse(body) as Record<string, unknown>,
      keptAt,
    })),
  };
}

/** Lets kept texts go: they were put back, or nobody wants them. */
export async function letDraftsGo(
  context: Context,
  { forms }: Parsed<'access.dropDrafts'>,
): Promise<Output<'access.dropDrafts'>> {
  const dropped = await dropDrafts(context.db, context.person.id, forms);
  context.note({ entity: 'person', id: context.person.id, detail: { drafts: dropped } });
  return { dropped };
}
