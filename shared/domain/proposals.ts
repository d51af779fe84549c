import { type Permission, permissionsOf, type Role, roleCodes } from './roles.ts';

/** What nobody gives alone: approving money, and deciding on who may do what (domain 12.2). */
const HEAVY: readonly Permission[] = ['orders.approve', 'people.manage'];

/** Whether a role brings rights that two people have to give: over money, or over people. */
export function needsSecond(role: Role): boolean {
  const granted = permissionsOf([role]);
  return HEAVY.some((permission) => granted.has(permission));
}

/** The roles whose holders give roles to others. */
export const managingRoles: readonly Role[] = roleCodes.filter((role) =>
  permissionsOf([role]).has('people.manage'),
);

/** What the rule has to know of somebody giving a role. */
export type Giving = {
  role: Role;
  giverId: number;
  personId: number;
  /** Whether anybody else in the office manages people today. */
  hasOtherManager: boolean;
  /** Whether a manager was once named alone since the office was set up. */
  onceUsed: boolean;
};

/**
 * How a role is given (domain 12.2): `own` is refused, nobody gives themselves a role; `now` needs one person;
 * `first` is a new office's one exception: its only manager names the second alone, once; `proposal` waits for a
 * second person.
 */
export function howGiven(giving: Giving): 'own' | 'now' | 'first' | 'proposal' {
  if (giving.giverId === giving.personId) return 'own';
  if (!needsSecond(giving.role)) return 'now';
  const isFirst = managingRoles.includes(giving.role) && !giving.hasOtherManager && !giving.onceUsed;
  return isFirst ? 'first' : 'proposal';
}

/** A proposal as far as it matters who may answer it. */
export type Proposed = { proposedById: number; personId: number };

/**
 * What somebody who manages people may do with a proposal that waits: its proposer takes it back; the person whom it
 * would give something may only wait; anybody else agrees or refuses.
 */
export function mayWithProposal(proposal: Proposed, readerId: number): 'answer' | 'withdraw' | 'wait' {
  if (readerId === proposal.proposedById) return 'withdraw';
  return readerId === proposal.personId ? 'wait' : 'answer';
}
