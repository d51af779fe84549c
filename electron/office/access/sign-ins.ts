import { passphraseFault } from '#shared/domain/passphrase.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Db } from '../database/driver.ts';
import type { Desk } from '../desk.ts';
import { makeSlot, type NamedKey, OFFICE_COST, PRACTICE_COST, type SlotOwner } from './key-slots.ts';
import { dropSlots, isSlotOf, keyName, putSlot, readKeys, slotIdOf } from './keys.ts';
import { findPersonById, forgetSignIn, officeNames, putSignIn } from './sign-ins.queries.ts';

/** The part of a use case's context that a sign-in is given, changed or taken away with. */
type Office = { db: Db; desk: Desk; now: string };

/** The open office's data key, by the name it has in the key file. */
export function openKey(desk: Desk): NamedKey {
  const open = desk.opened();
  return { name: keyName(readKeys(open.files)), key: open.dataKey };
}

/** What a try costs in the office in use. */
export function costOf(desk: Desk): number {
  return desk.using === 'practice' ? PRACTICE_COST : (desk.options.keyCost ?? OFFICE_COST);
}

/**
 * Refuses a passphrase that will not do, with `kept` first (such as "Nobody was added."). The practice office's are
 * public and judged by nobody.
 */
export async function refuseWeak(
  { db, desk }: Pick<Office, 'db' | 'desk'>,
  passphrase: string,
  owner: { userName: string; name: string },
  kept: string,
  field = 'passphrase',
): Promise<void> {
  if (desk.using === 'practice') return;
  const names = [owner.name, ...(await officeNames(db))];
  const fault = passphraseFault(passphrase, { userName: owner.userName, names });
  if (fault) throw new OfficeProblem('invalid', `${kept} ${fault}`, { field });
}

/**
 * Gives a person a passphrase, in place of any they had: call it inside the transaction that adds them. With
 * `mustChange` it is good for one sign-in, which asks for another. Throws `invalid` on the field `passphrase`.
 */
export async function giveSignIn(
  office: Office,
  personId: number,
  passphrase: string,
  { mustChange, kept }: { mustChange: boolean; kept: string },
): Promise<void> {
  const { db, desk, now } = office;
  const person = await findPersonById(db, personId);
  if (!person?.user_name)
    throw new OfficeProblem('invalid', `${kept} A user name is needed to sign in. Enter one.`, {
      field: 'userName',
    });
  const owner: SlotOwner = { kind: 'person', user: person.user_name };
  await refuseWeak(office, passphrase, { userName: owner.user, name: person.name }, kept);
  const data = openKey(desk);
  const slot = await makeSlot(data, owner, passphrase, costOf(desk), slotIdOf(desk.opened().files, owner));
  await putSignIn(db, personId, now, mustChange && desk.using !== 'practice');
  putSlot(desk.opened().files, data, slot);
}

/**
 * Takes a person's way in: their slot leaves the key file, and what belonged to their sign-in is forgotten. Call it
 * inside the transaction that ends or removes them, as its last step: should the disk then refuse the rest, they are shut
 * out all the same. Whether they had a way in.
 */
export async function closeSignIn(
  { db, desk }: Pick<Office, 'db' | 'desk'>,
  personId: number,
): Promise<boolean> {
  const person = await findPersonById(db, personId);
  await forgetSignIn(db, personId);
  const user = person?.user_name;
  return user ? dropSlots(desk.opened().files, openKey(desk), isSlotOf(user)) : false;
}
