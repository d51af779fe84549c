import type { Permission } from '#shared/domain/roles.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { SignedIn } from '../context.ts';
import { keysFingerprint } from '../database/seal.ts';
import { headOf } from '../database/start-check.ts';
import type { Desk, OpenOffice } from '../desk.ts';
import { writeLine } from './audit.service.ts';

/** Whoever holds one of these answers for the office and may go on with a broken trail. */
const ANSWERS: Permission[] = ['backups.manage', 'settings.manage', 'assurance.read'];

/** Throws `not_allowed` if this person may not go on with a broken trail. Call before a byte of the office is changed. */
export function refuseToGoOn({ brokenTrail }: OpenOffice, person: SignedIn): void {
  if (brokenTrail.length === 0 || ANSWERS.some((permission) => person.permissions.has(permission))) return;
  throw new OfficeProblem(
    'not_allowed',
    'The audit trail of this office is not whole, and your role does not let you go on with it. Nothing was changed. ' +
      'Ask the co-ordinator, the auditor or the system administrator to sign in first.',
  );
}

/**
 * Writes that this person went on with a broken trail, what was wrong and what they know of it; only then is the office
 * sealed anew. The break itself stays where it is for `verify` and for whoever looks.
 */
export async function goOnKnowing(
  desk: Desk,
  open: OpenOffice,
  person: SignedIn,
  knowing: string | undefined,
): Promise<void> {
  if (open.brokenTrail.length === 0) return;
  await open.writer.transaction(() =>
    writeLine(desk, open, person, {
      operation: 'access.goOn',
      action: 'warning',
      outcome: 'done',
      entity: 'person',
      entityId: person.id,
      detail: { faults: open.brokenTrail },
      ...(knowing ? { reason: knowing } : {}),
    }),
  );
  open.sealing = true;
  open.seal.set({
    ...headOf(open.writerHandle),
    knownUpTo: headOf(open.writerHandle)?.seq ?? 0,
    keys: [keysFingerprint(open.files)],
  });
}
