import type { SignedIn } from '../context.ts';
import { changesSeen } from '../database/handle.ts';
import type { Desk } from '../desk.ts';
import { findSignedIn } from './access.queries.ts';

/** What a session was last compared with: the state of the file, and the latest day that was seen. */
type Compared = { personId: number; version: number; day: string };
const compared = new WeakMap<Desk, Compared>();

/**
 * Whoever is signed in, as they are now: a role that was taken, a new one and the end of a day count from the next call
 * on, wherever they were changed. Somebody who has left is signed out, and the office is closed behind them. A clock
 * that is put back brings no right back. Costs one look at a counter while nothing was written.
 */
export async function refreshSession(desk: Desk): Promise<void> {
  const { open, person } = desk;
  if (!open || !person) return;
  const version = changesSeen(open.readerHandle);
  const today = desk.today();
  const last = compared.get(desk);
  const day = last && last.personId === person.id && last.day > today ? last.day : today;
  if (last?.personId === person.id && last.version === version && last.day === day) return;
  const now = await findSignedIn(open.readerDb, person.userName, day);
  // Somebody may have locked the desk meanwhile.
  if (desk.person !== person) return;
  if (!now) {
    desk.close();
    return;
  }
  if (!isSame(person, now)) desk.person = now;
  compared.set(desk, { personId: person.id, version, day });
}

const isSame = (one: SignedIn, other: SignedIn): boolean =>
  JSON.stringify({ ...one, permissions: [...one.permissions] }) ===
  JSON.stringify({ ...other, permissions: [...other.permissions] });
