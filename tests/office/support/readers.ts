import { contract, type OperationName } from '#shared/contract/index.ts';
import { call } from '#electron/office/gate.ts';
import { handlers } from '#electron/office/handlers.ts';
import type { Log } from '#electron/office/log.ts';
import { readers, type Standing } from '#tests/support/twelve-two.ts';
import { register } from './children.ts';
import { addCase, type Case, makeTrust, type Trust, type Words, wordsFor } from './trust.ts';

/** A trust with one person for every kind of reader (12.2), and a case in every standing to them. */
export type ReadersTrust = { trust: Trust; cases: Record<Standing, Case> };

/** Words of the case in each standing. */
export type WordsOf = Partial<Record<Standing, Words>>;

/** Makes it; the last act is that one reader opens two cases by exception. */
export async function readersTrust(words: WordsOf = {}, log?: Log): Promise<ReadersTrust> {
  const actors = Object.entries(readers).map(([user, { roles, more }]) => ({
    user,
    roles,
    ...(more === 'area' ? { team: null } : {}),
  }));
  const trust = await makeTrust(actors, log);
  const { areas, teams, ids } = trust;
  await mergeTwo(trust);
  const mine = {
    areaId: areas.hill,
    teamId: teams.east,
    leadId: ids['lead_professional'],
    openedBy: ids['practitioner'],
  };
  const east = { areaId: areas.hill, teamId: teams.east };
  const of = (standing: Standing, name: string) => words[standing] ?? wordsFor(name);
  const cases = {
    own: await addCase(trust, of('own', 'Owen'), mine),
    team: await addCase(trust, of('team', 'Temperance'), east),
    area: await addCase(trust, of('area', 'Arlo'), { ...east, teamId: teams.west }),
    other: await addCase(trust, of('other', 'Otto'), { areaId: areas.north, teamId: teams.north }),
    restricted: await addCase(trust, of('restricted', 'Resta'), mine),
  };
  await shut(trust, cases);
  return { trust, cases };
}

/** Two records of one child made one, so that there is a merge to be put apart again. */
async function mergeTwo({ office, turnTo }: Trust): Promise<void> {
  turnTo('margaret');
  const twice = { givenNames: 'Dora', familyName: 'Doubleday', dob: '2001-02-03' };
  const keptId = await register(office, twice);
  const goneId = await register(office, twice);
  const one = { keptId, keptVersion: 1, goneId, goneVersion: 1 };
  await office.do('children.merge', { ...one, reason: 'Registered twice.' });
}

async function shut({ office, ids, turnTo }: Trust, cases: ReadersTrust['cases']): Promise<void> {
  turnTo('margaret');
  const named = Object.keys(readers).filter((user) => readers[user]?.more === 'named');
  await office.do('children.restrict', {
    id: cases.restricted.childId,
    reason: 'witness',
    note: 'A witness in a trial.',
    readers: named.map((user) => ids[user] ?? 0),
  });
  turnTo('excepted_practitioner');
  for (const each of [cases.other, cases.restricted])
    await office.do('children.openByException', {
      reference: each.numbers.neutralRef,
      reason: 'The ward asks who knows the child.',
    });
}

/** Asks as a person; operations that work on whole files say only that they were reached. */
export async function ask({ office, turnTo }: Trust, user: string, name: OperationName, input: unknown) {
  turnTo(user);
  if (!contract[name].ownTransaction) return call(office.desk, name, input);
  const kept = handlers[name];
  Object.assign(handlers, { [name]: () => Promise.reject(new Error('reached')) });
  try {
    return await call(office.desk, name, input);
  } finally {
    Object.assign(handlers, { [name]: kept });
  }
}
