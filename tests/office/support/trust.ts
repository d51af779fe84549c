import type Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Role } from '#shared/domain/roles.ts';
import type { SignedIn } from '#electron/office/context.ts';
import type { Log } from '#electron/office/log.ts';
import type { World } from '#tests/support/inputs.ts';
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

const stateFor: Record<string, (typeof orderStates)[number]> = {
  'orders.decide': 'submitted',
  'orders.withdraw': 'approved',
  'orders.issue': 'approved',
  'orders.cancel': 'issued',
  'orders.keepPdf': 'issued',
  'orders.recordPrint': 'issued',
  'orders.storedPdf': 'issued',
  'orders.paper': 'issued',
  'orders.get': 'issued',
};

/** A row's id and version. */
type Row = { id: number; version?: number };

const linkedTables = new WeakMap<Database.Database, { name: string; link: string }[]>();

/** Tables that hang on a child or a CAF, with the column that says so. */
function linked(handle: Database.Database): { name: string; link: string }[] {
  const known = linkedTables.get(handle);
  if (known) return known;
  const tables = handle
    .prepare(
      `SELECT m.name AS name, c.name AS link FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND c.name IN ('child_id', 'caf_id')
       AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS i WHERE i.name = 'id')`,
    )
    .all() as { name: string; link: string }[];
  linkedTables.set(handle, tables);
  return tables;
}

/**
 * Ids and versions of whatever else hangs on a case, by its table's last word (`caf_offers`: `offerId`, `offerVersion`), so that
 * an operation about a new kind of record finds the case's own.
 */
function relatives({ office }: Trust, of: Case): Record<string, number> {
  const handle = office.desk.opened().readerHandle;
  const tables = linked(handle);
  const found: Record<string, number> = {};
  for (const { name, link } of tables) {
    const row = handle
      .prepare(`SELECT * FROM ${name} WHERE ${link} = ? ORDER BY id DESC LIMIT 1`)
      .get(link === 'caf_id' ? of.cafId : of.childId) as Row | undefined;
    const word = name.replace(/^.*_/, '').replace(/s$/, '');
    if (row) found[`${word}Id`] = row.id;
    if (row?.version !== undefined) found[`${word}Version`] = row.version;
  }
  return found;
}

/** The case's child beside the first child of all, for operations on two records: by each name they go by. */
function pairWith({ office }: Trust, of: Case): Record<string, number> {
  const handle = office.desk.opened().readerHandle;
  const first = handle.prepare('SELECT min(id) FROM children').pluck().get() as number;
  const version = (id: number) =>
    handle.prepare('SELECT version FROM children WHERE id = ?').pluck().get(id) as number;
  return {
    keptId: of.childId,
    keptVersion: version(of.childId),
    goneId: first,
    goneVersion: version(first),
    firstId: of.childId,
    secondId: first,
    otherId: first,
  };
}

/** What an input about this case is made from: its ids and versions, files to read and write, and what every case shares. */
export function worldOf(trust: Trust, of: Case, name: string): World {
  const { office, areas, teams, ids, providerId, itemId, fundId, budgetId } = trust;
  const orderId = of.orders[stateFor[name] ?? 'draft'];
  const version = (table: string, id: number) =>
    office.desk
      .opened()
      .readerHandle.prepare(`SELECT version FROM ${table} WHERE id = ?`)
      .pluck()
      .get(id) as number;
  const rows = path.join(office.folder, 'payments.csv');
  writeFileSync(rows, 'Supplier,Paid,Amount\nSunny Futures,01/10/2008,12.00\n');
  const out = path.join(office.folder, 'out');
  return {
    ...relatives(trust, of),
    today: office.clock.day,
    areaId: areas.hill,
    teamId: teams.east,
    personId: ids['lead_professional'] ?? 1,
    personVersion: version('people', ids['lead_professional'] ?? 1),
    providerId,
    providerVersion: version('providers', providerId),
    itemId,
    fundId,
    budgetId,
    settingVersion: version('settings', 1),
    childId: of.childId,
    childVersion: version('children', of.childId),
    cafId: of.cafId,
    cafVersion: version('cafs', of.cafId),
    outcomeId: of.outcomeId,
    outcomeVersion: version('plan_outcomes', of.outcomeId),
    actionId: of.actionId,
    actionVersion: version('plan_actions', of.actionId),
    orderId,
    orderVersion: version('orders', orderId),
    number: of.numbers.number,
    reference: of.numbers.reference,
    openingId: 1,
    mergeId: 1,
    ...pairWith(trust, of),
    file: office.desk.tokens.add(
      name.startsWith('providers.') ? rows : `${out}.file`,
      name.startsWith('providers.') ? 'read' : 'write',
    ),
    folder: office.desk.tokens.add(out, 'write'),
  };
}

/** From now on whatever is written is taken back as soon as it was answered, so that every call finds the same office. */
export function rehearse({ office }: Trust): void {
  const { writer, writerHandle } = office.desk.opened();
  writer.transaction = async (work) => {
    writerHandle.exec('BEGIN IMMEDIATE');
    try {
      return await work();
    } finally {
      if (writerHandle.inTransaction) writerHandle.exec('ROLLBACK');
    }
  };
}
