import { agencies } from '#shared/codes/agencies.ts';
import { labelIn } from '#shared/codes/list.ts';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { type Role, roleCodes, roles } from '#shared/domain/roles.ts';
import type { StatusKind } from '#renderer/components/Status.tsx';

/** A person as the office gives one. */
export type Person = Output<'people.get'>;
type Holder = Pick<Person, 'roles' | 'trainedOn' | 'ownLimitPence'>;

/** An agency as people read it. */
export const agencyWord = (code: string): string => labelIn(agencies, code);

/** Every agency, for a field. */
export const agencyOptions = agencies.map(({ code, label }) => ({ value: code, label }));

/** Roles in the order of the list of roles, as people read them. */
export function roleNames(held: readonly Role[]): string[] {
  return roleCodes.filter((role) => held.includes(role)).map((role) => roles[role]);
}

/** Whether money is theirs to ask for, so that training matters. */
export function holdsMoney({ roles: held, ownLimitPence }: Holder): boolean {
  return held.includes('lead_professional') || ownLimitPence > 0;
}

/** The training that counts today, or what its absence means. Null for those who need none. */
export function trainingLook(person: Holder): { kind: StatusKind; word: string } | null {
  if (person.trainedOn !== null) return { kind: 'done', word: formatDay(person.trainedOn) };
  return holdsMoney(person) ? { kind: 'attention', word: 'Not trained' } : null;
}
