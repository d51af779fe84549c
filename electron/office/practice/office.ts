import { FIRST_ROLES, makeOffice } from '../access/set-up.ts';
import { findSignedIn } from '../access/access.service.ts';
import type { Builder } from './builder.ts';
import { practiceOffice } from './people-and-places.ts';
import { providers } from './price-lists.ts';
import { practicePassphrase, practicePeople } from './sign-ins.ts';

/** What the story needs to know of the office it happens in. */
export type Scene = {
  areas: {
    id: number;
    name: string;
    leads: { id: number; user: string | null; name: string }[];
    teamId: number;
  }[];
  items: Map<string, { id: number; providerId: number; title: string }>;
  fundId: number;
};

const YEAR = '2008-09';

/** Sets the practice office up: people, training, limits, providers with price lists, a fund and its allocations. */
export async function makeScene(builder: Builder, scale: number): Promise<Scene> {
  const { desk } = builder;
  const first = practicePeople[0];
  if (!first) throw new Error('The practice office has nobody in it.');
  const person = {
    name: first.name,
    jobTitle: first.jobTitle,
    userName: first.user,
    phone: '01632 960180',
    email: 'm.oakes@marlford.example',
  };
  await makeOffice(desk, { ...practiceOffice, person, passphrase: practicePassphrase(first.user) }, true);
  desk.newRecovery = null;
  desk.person = await findSignedIn(desk.opened().readerDb, first.user, builder.clock.day);
  const areas = await addTeams(builder, first.user);
  await addPeople(builder, first.user, areas);
  const items = await addProviders(builder);
  const fundId = await addMoney(builder, areas, Math.max(1, Math.ceil(scale)));
  await builder.as('ian', 'people.takeRoles', {
    id: 1,
    roles: FIRST_ROLES.filter((role) => !first.roles.includes(role)),
  });
  return { areas, items, fundId };
}

async function addTeams(builder: Builder, user: string): Promise<Scene['areas']> {
  const { areas } = await builder.as(user, 'settings.areas', {});
  const made: Scene['areas'] = [];
  for (const area of areas) {
    const { id: teamId } = await builder.as(user, 'settings.addTeam', {
      areaId: area.id,
      name: `${area.name} team`,
    });
    made.push({ ...area, teamId, leads: [] });
  }
  return made;
}

/** Lead professionals without a sign-in: the co-ordinator types for them. */
const moreLeads = [
  { name: 'Alan Peake', jobTitle: 'Youth worker', agency: 'YTH', area: 'Northgate', trainedOn: '2008-03-06' },
  {
    name: 'Shazia Karim',
    jobTitle: 'Health visitor',
    agency: 'HVS',
    area: 'Northgate',
    trainedOn: '2008-04-01',
  },
  { name: 'Ben Osei', jobTitle: 'Learning mentor', agency: 'PRI', area: 'Hillcrest', trainedOn: null },
];

async function addPeople(builder: Builder, user: string, areas: Scene['areas']): Promise<void> {
  const areaOf = (name: string | null) => areas.find((area) => area.name === name) ?? null;
  // Administrators first: the second one is named alone, and from then on approval rights take the two of them.
  const administrators = practicePeople.filter((person) => person.roles.includes('system_admin'));
  const others = practicePeople.slice(1).filter((person) => !administrators.includes(person));
  for (const person of [...administrators, ...others]) {
    const area = areaOf(person.area);
    const { id, proposed } = await builder.as(user, 'people.add', {
      name: person.name,
      jobTitle: person.jobTitle,
      agency: person.agency,
      areaId: area?.id ?? null,
      teamId: area?.teamId ?? null,
      phone: '01632 960142',
      roles: person.roles,
      userName: person.user,
      passphrase: practicePassphrase(person.user),
    });
    for (const proposal of proposed)
      await builder.as('ian', 'people.answer', { id: proposal.id, agree: true });
    if (!person.roles.includes('lead_professional')) continue;
    area?.leads.push({ id, user: person.user, name: person.name });
    await train(builder, user, id, '2008-03-06', person.user === 'ruth' ? 25_000 : 10_000);
  }
  for (const { area: areaName, trainedOn, ...lead } of moreLeads) {
    const area = areaOf(areaName);
    const { id } = await builder.as(user, 'people.add', {
      ...lead,
      areaId: area?.id ?? null,
      teamId: area?.teamId ?? null,
      roles: ['lead_professional'],
    });
    if (!trainedOn) continue;
    area?.leads.push({ id, user: null, name: lead.name });
    await train(builder, user, id, trainedOn, 10_000);
  }
}

async function train(
  builder: Builder,
  user: string,
  id: number,
  trainedOn: string,
  ownLimitPence: number,
): Promise<void> {
  await builder.as(user, 'people.recordTraining', {
    id,
    trainedOn,
    note: 'Budget-holding lead professional, one day',
  });
  await builder.as(user, 'people.setOwnLimit', { id, version: 1, ownLimitPence });
}

async function addProviders(builder: Builder): Promise<Scene['items']> {
  const items: Scene['items'] = new Map();
  for (const { items: list, ...provider } of providers) {
    const { id: providerId } = await builder.as('nadia', 'providers.add', {
      ...provider,
      supplierNumber: String(20_400 + items.size),
      vatRegistered: list.some((item) => item.vatCode === 'S'),
      ...(provider.contactWithChildren
        ? { safeguardingExpiresOn: '2009-11-30', dataNoteOn: '2008-01-10' }
        : {}),
      insuranceExpiresOn: '2009-03-31',
    });
    await builder.as('nadia', 'providers.setStatus', { id: providerId, version: 1, status: 'approved' });
    for (const item of list) {
      const { id } = await builder.as('nadia', 'providers.addItem', {
        providerId,
        ...item,
        validFrom: '2008-04-01',
      });
      items.set(item.code, { id, providerId, title: item.title });
    }
  }
  return items;
}

async function addMoney(builder: Builder, areas: Scene['areas'], times: number): Promise<number> {
  const { id: fundId } = await builder.as('helen', 'budgets.addFund', {
    name: 'Pathfinder 2008',
    funder: 'DCSF',
    programme: 'Additional needs',
    startOn: '2008-04-01',
    endOn: '2010-03-31',
    totalPence: 4_000_000 * times,
    carryForward: true,
    conditions: 'Spent against a live CAF’s plan. Not for what a statutory service should give.',
    restrictedCategories: ['DBT'],
    costCentre: '31420',
    expenseCode: '4470',
    projectCode: 'CT08',
  });
  const allocate = (ownerKind: 'area' | 'person', ownerId: number, amountPence: number) =>
    builder.as('helen', 'budgets.allocate', {
      fundId,
      ownerKind,
      ownerId,
      financialYear: YEAR,
      amountPence,
      reason: 'Allocation for the year',
    });
  for (const area of areas) {
    await allocate('area', area.id, 600_000 * times);
    for (const lead of area.leads) await allocate('person', lead.id, 250_000 * times);
  }
  return fundId;
}
