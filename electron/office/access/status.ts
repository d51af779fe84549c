import type { Output } from '#shared/contract/index.ts';
import type { Desk } from '../desk.ts';
import { trustName } from './access.queries.ts';
import { lockMinutes } from './sign-ins.queries.ts';

/** Who is here, and which office is in use. */
export async function status({ desk }: { desk: Desk }): Promise<Output<'access.status'>> {
  const { person, open } = desk;
  const hasOffice = desk.has('office');
  const hasPractice = desk.has('practice');
  const here = desk.using === 'practice' ? hasPractice : hasOffice;
  return {
    state: person ? 'open' : here ? 'locked' : 'none',
    practice: desk.using === 'practice',
    hasOffice,
    hasPractice,
    trustName: open ? await trustName(open.readerDb) : null,
    person: person
      ? {
          id: person.id,
          name: person.name,
          jobTitle: person.jobTitle,
          roles: [...person.roles],
          permissions: [...person.permissions],
        }
      : null,
    today: desk.today(),
    version: desk.options.version,
    warnings: [...desk.warnings],
    lockMinutes: open ? await lockMinutes(open.readerDb) : null,
  };
}
