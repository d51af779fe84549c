import type { Role } from '#shared/domain/roles.ts';
import type { SignedIn } from '#electron/office/context.ts';
import type { Log } from '#electron/office/log.ts';
import { cafInput, cafVersion, childInput, meetingInput, register, sqlRun } from './children.ts';
import { TestOffice } from './office.ts';

/** Words that name one case and nothing else, for every text about it. */
export type Words = {
  givenNames: string;
  familyName: string;
  knownAs: string;
  carer: string;
  address: string;
  postcode: string;
  phone: string;
  school: string;
  /** In every text that people outside the case may read once the names are taken out of it. */
  said: string;
  /** In every text that is the case's own: the assessment, comments, meetings, plan, the child's and family's words. */
  told: string;
};

/** Ordinary words for a case called so. */
export const wordsFor = (name: string): Words => ({
  givenNames: name,
  familyName: `${name}son`,
  knownAs: `${name}ie`,
  carer: `Parent ${name}son`,
  address: `1 ${name} Street`,
  postcode: 'MF1 4QT',
  phone: '01632 960111',
  school: `${name} Primary`,
  said: `about ${name}`,
  told: `${name} told`,
});

/** Whoever acts in these tests: a person of one role, placed somewhere. */
export type Actor = { user: string; roles: Role[]; team?: 'east' | null };

/** A trust with two areas and three teams, a provider with one item, and a fund with a budget. */
export type Trust = {
  office: TestOffice;
  areas: { hill: number; north: number };
  teams: { east: number; west: number; north: number };
  providerId: number;
  itemId: number;
  fundId: number;
  budgetId: number;
  /** Ids of people by user name. */
  ids: Record<string, number>;
  /** Turns to a person without typing a passphrase each time. */
  turnTo: (user: string) => void;
};

/** Sets a trust up with these people, all of Hillcrest's East team unless an actor says otherwise. */
export async function makeTrust(actors: readonly Actor[], log?: Log): Promise<Trust> {
  const office = await TestOffice.setUp('2008-10-14', log);
  const team = async (areaId: number, name: string) =>
    (await office.do('settings.addTeam', { areaId, name })).id;
  const teams = { east: await team(1, 'East'), west: await team(1, 'West'), north: await team(2, 'North') };
  const ids: Record<string, number> = {};
  for (const { user, roles, team: placed } of actors)
    ids[user] = await office.addPerson(user, roles, {
      areaId: 1,
      teamId: placed === null ? null : teams.east,
    });
  const signedIn = new Map<string, SignedIn | null>();
  for (const { user } of actors) {
    await office.signIn(user);
    signedIn.set(user, office.desk.person);
  }
  await office.signIn('margaret');
  signedIn.set('margaret', office.desk.person);
  const turnTo = (user: string) => {
    office.desk.person = signedIn.get(user) ?? null;
  };
  return { office, areas: { hill: 1, north: 2 }, teams, ids, turnTo, ...(await addMoney(office)) };
}

async function addMoney(office: TestOffice) {
  const { id: providerId } = await office.do('providers.add', { name: 'Sunny Futures', kind: 'voluntary' });
  const { id: itemId } = await office.do('providers.addItem', {
    providerId,
    code: 'SF-1',
    title: 'Counselling session',
    category: 'CNS',
    unit: 'session',
    unitPriceE4: 450_000,
    vatCode: 'E',
    validFrom: '2008-04-01',
  });
  const { id: fundId } = await office.do('budgets.addFund', {
    name: 'Pathfinder',
    funder: 'DCSF',
    programme: 'Additional needs',
    startOn: '2008-04-01',
    endOn: '2010-03-31',
    totalPence: 10_000_000,
    carryForward: true,
  });
  const { budgetId } = await office.do('budgets.allocate', {
    fundId,
    ownerKind: 'area',
    ownerId: 1,
    financialYear: '2008-09',
    amountPence: 1_000_000,
    reason: 'First allocation',
  });
  return { providerId, itemId, fundId, budgetId };
}

/** Where a case is and whose: the lead (else Margaret, the first person) reads it as their own, and so does whoever opened it. */
export type Place = {
  areaId: number;
  teamId: number;
  leadId?: number | undefined;
  openedBy?: number | undefined;
};

/** The states an order of a case is made in: one each, so that every act finds one it fits. */
export const orderStates = ['draft', 'submitted', 'approved', 'issued'] as const;
/** Ids of one case, by the names that operations use, and an order in each state. */
export type Case = {
  childId: number;
  cafId: number;
  outcomeId: number;
  actionId: number;
  orders: Record<(typeof orderStates)[number], number>;
  numbers: { number: number; neutralRef: string; reference: string };
};

/** A whole case with these words in every text: child, CAF, element, comments, plan, meeting, budget and orders. */
export async function addCase(trust: Trust, words: Words, place: Place): Promise<Case> {
  const { office } = trust;
  trust.turnTo('margaret');
  const { told } = words;
  const childId = await register(office, {
    ...childInput(),
    ...childWords(words),
    areaId: place.areaId,
    carers: [{ name: words.carer, relationship: 'mother', parentalResponsibility: 'Y', phone: words.phone }],
  });
  const opened = await office.do(
    'children.openCaf',
    cafInput(childId, { reason: `Why, ${told}.`, teamId: place.teamId }),
  );
  const { cafId } = opened;
  sqlRun(office, 'UPDATE cafs SET area_id = ? WHERE id = ?', place.areaId, cafId);
  if (place.openedBy) sqlRun(office, 'UPDATE cafs SET created_by = ? WHERE id = ?', place.openedBy, cafId);
  await office.do('children.appointLead', {
    cafId,
    personId: place.leadId ?? 1,
    from: '2008-01-20',
    agreedByFamily: true,
    reason: `Chosen, ${told}.`.slice(0, 200),
  });
  const plan = await write(office, childId, cafId, words);
  const orders = await addOrders(trust, { cafId, ...plan }, words);
  const { neutralRef } = await office.do('children.get', { id: childId });
  return {
    childId,
    cafId,
    ...plan,
    orders,
    numbers: { number: 4_000_000 + cafId, neutralRef, reference: opened.reference },
  };
}

const childWords = ({ givenNames, familyName, knownAs, address, postcode, phone, school }: Words) => ({
  givenNames,
  familyName,
  knownAs,
  address,
  postcode,
  phone,
  school,
});

async function write(office: TestOffice, childId: number, cafId: number, { told, carer }: Words) {
  const text = { strengths: told, needs: told, evidence: told, viewDifference: told };
  await office.do('children.saveElement', { cafId, version: 0, element: 'D4', prominence: 'need', ...text });
  const comments = await office.do('children.saveComments', {
    cafId,
    version: await cafVersion(office, childId),
    childComment: told,
    parentComment: told,
  });
  const assessed = await office.do('children.completeAssessment', {
    cafId,
    version: comments.version,
    completedOn: '2008-02-01',
  });
  const outcome = await office.do('children.addOutcome', { cafId, desired: told, ecmAim: 'BH2' });
  const action = await office.do('children.addAction', {
    outcomeId: outcome.id,
    action: told,
    responsible: carer,
    agency: 'EWS',
    byWhen: '2008-12-19',
  });
  const meeting = { attended: carer, notes: told, childComment: told, parentComment: told };
  await office.do('children.holdMeeting', { ...meetingInput(cafId, assessed.version), ...meeting });
  await office.do('children.recordDisclosure', {
    cafId,
    what: told,
    agency: 'EWS',
    recipient: carer,
    basis: 'consent',
    disclosedOn: '2008-03-01',
  });
  return { outcomeId: outcome.id, actionId: action.id };
}

async function addOrders(
  trust: Trust,
  of: { cafId: number; actionId: number },
  { said, told, address }: Words,
): Promise<Case['orders']> {
  const { office, providerId, itemId, fundId } = trust;
  const { budgetId } = await office.do('budgets.allocate', {
    fundId,
    ownerKind: 'caf',
    ownerId: of.cafId,
    financialYear: '2008-09',
    amountPence: 50_000,
    reason: `Money ${said}`.slice(0, 200),
  });
  const texts = { need: said, alternatives: said, childView: told, familyView: told, overlapReason: said };
  const made: Partial<Case['orders']> = {};
  for (const state of orderStates) {
    // Before it is submitted nobody has looked for names in what a provider would read.
    const unchecked = state === 'draft';
    const { id } = await office.do('orders.start', {
      ...of,
      ...texts,
      providerId,
      budgetId,
      deliverTo: unchecked ? address : 'Front desk',
      lines: [
        { itemId, description: unchecked ? `Session ${said}`.slice(0, 200) : 'Session', quantity: 4000 },
      ],
    });
    advance(office, id, state, of.cafId);
    made[state] = id;
  }
  return made as Case['orders'];
}

function advance(office: TestOffice, id: number, state: string, cafId: number): void {
  if (state === 'draft') return;
  const number = state === 'issued' ? 4_000_000 + cafId : null;
  const issuedOn = number === null ? null : '2008-10-10';
  sqlRun(
    office,
    "UPDATE orders SET status = ?, number = ?, issued_on = ?, submitted_on = '2008-10-09' WHERE id = ?",
    state,
    number,
    issuedOn,
    id,
  );
}
