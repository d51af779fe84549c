import type { Input } from '#shared/contract/index.ts';
import { TestOffice } from './office.ts';

/** An office in which the main job is ready to go: people, a provider with a price list, a child with a live plan, a fund. */
export type ReadyOffice = {
  office: TestOffice;
  areaId: number;
  lead: number;
  manager: number;
  childId: number;
  cafId: number;
  actionId: number;
  providerId: number;
  /** £45.00 exempt, £38.00 standard-rated. */
  items: { session: number; kit: number };
  fundId: number;
  budgetId: number;
};

const today = '2008-10-14';

/** Everything up to the purchase, through the gate, by the people whose work it is. */
export async function readyOffice(budgetPence = 100_000): Promise<ReadyOffice> {
  const office = await TestOffice.setUp(today);
  const { areas } = await office.do('settings.areas', {});
  const areaId = areas[0]?.id ?? 0;
  const lead = await office.addPerson('ruth', ['lead_professional'], { name: 'Ruth Adeyemi', areaId });
  const manager = await office.addPerson('priya', ['team_manager'], { name: 'Priya Nair', areaId });
  await office.addPerson('joan', ['director'], { name: 'Joan Whitcombe' });
  await office.addPerson('ian', ['system_admin'], { name: 'Ian Bristow' });
  await office.do('people.recordTraining', { id: lead, trainedOn: '2008-03-06' });
  const { version } = await office.do('people.get', { id: lead });
  await office.do('people.setOwnLimit', { id: lead, version, ownLimitPence: 10_000 });
  const { providerId, items } = await addProvider(office);
  const child = await addChild(office, areaId, lead);
  const { id: fundId } = await office.do('budgets.addFund', {
    name: 'Pathfinder',
    funder: 'DCSF',
    programme: 'Additional needs',
    startOn: '2008-04-01',
    endOn: '2010-03-31',
    totalPence: 1_500_000,
    carryForward: true,
    costCentre: '31420',
    expenseCode: '4470',
    projectCode: 'CT08',
  });
  const { budgetId } = await office.do('budgets.allocate', {
    fundId,
    ownerKind: 'person',
    ownerId: lead,
    financialYear: '2008-09',
    amountPence: budgetPence,
    reason: 'First allocation',
  });
  return { office, areaId, lead, manager, providerId, items, fundId, budgetId, ...child };
}

async function addProvider(office: TestOffice) {
  const { id: providerId } = await office.do('providers.add', {
    name: 'Sunny Futures Counselling',
    kind: 'voluntary',
    address: '4 Orchard Walk\nMarlford MF2 7DN',
    orderEmail: 'orders@sunnyfutures.example',
    contactWithChildren: true,
    safeguardingExpiresOn: '2009-06-30',
    dataNoteOn: '2008-01-10',
  });
  const { version } = await office.do('providers.get', { id: providerId });
  await office.do('providers.setStatus', { id: providerId, version, status: 'approved' });
  const item = (input: Partial<Input<'providers.addItem'>> & { code: string; title: string }) =>
    office.do('providers.addItem', {
      providerId,
      category: 'CNS',
      unit: 'session',
      unitPriceE4: 450_000,
      vatCode: 'E',
      validFrom: '2008-04-01',
      ...input,
    });
  const session = await item({ code: 'SFC-10', title: 'Counselling session, 50 minutes' });
  const kit = await item({
    code: 'SFC-K2',
    title: 'Memory box kit',
    category: 'EDU',
    unit: 'each',
    unitPriceE4: 380_000,
    vatCode: 'S',
  });
  return { providerId, items: { session: session.id, kit: kit.id } };
}

async function addChild(office: TestOffice, areaId: number, lead: number) {
  const { checkId } = await office.do('children.check', {
    givenNames: 'Callum',
    familyName: 'Birchall',
    dob: '2000-05-03',
    postcode: 'MF2 4AB',
  });
  const { id: childId } = await office.do('children.register', {
    checkId,
    givenNames: 'Callum',
    familyName: 'Birchall',
    sex: 'M',
    dob: '2000-05-03',
    expectedOn: null,
    address: '7 Canal Street',
    postcode: 'MF2 4AB',
    areaId,
    carers: [{ name: 'Donna Birchall', relationship: 'mother', parentalResponsibility: 'Y' }],
  });
  const consent = {
    givenBy: 'parent' as const,
    capacityBasis: 'Parental responsibility',
    reasonsExplained: true,
    signedMode: 'paper' as const,
    signedOn: '2008-09-01',
  };
  const { cafId } = await office.do('children.openCaf', {
    childId,
    contactSource: '2A',
    initiatingAgency: 'PRI',
    reason: 'Sleeps badly since his grandad died.',
    level: 3,
    startOn: '2008-09-01',
    consents: [
      { kind: 'TO_ASSESS', ...consent },
      { kind: 'TO_STORE', ...consent },
      { kind: 'TO_SHARE', ...consent, agenciesAgreed: ['PRI', 'SNS'] },
    ],
  });
  await office.do('children.appointLead', {
    cafId,
    personId: lead,
    from: '2008-09-02',
    agreedByFamily: true,
  });
  await office.do('children.saveElement', {
    cafId,
    version: 0,
    element: 'D4',
    prominence: 'need',
    needs: 'Wakes most nights.',
  });
  const outcome = await office.do('children.addOutcome', {
    cafId,
    desired: 'Sleeps through most nights',
    ecmAim: 'BH2',
    baseline: 2,
    target: 8,
  });
  const action = await office.do('children.addAction', {
    outcomeId: outcome.id,
    action: 'Counselling with somebody outside the family',
    responsible: 'Ruth Adeyemi',
    agency: 'EWS',
    byWhen: '2008-12-19',
  });
  await finishAssessment(office, childId, cafId);
  return { childId, cafId, actionId: action.id };
}

async function finishAssessment(office: TestOffice, childId: number, cafId: number) {
  const version = async () => (await office.do('children.get', { id: childId })).caf?.version ?? 0;
  await office.do('children.saveComments', {
    cafId,
    version: await version(),
    childComment: 'I want to talk to someone who isn’t my mum.',
    parentComment: 'Agrees.',
  });
  await office.do('children.completeAssessment', {
    cafId,
    version: await version(),
    completedOn: '2008-09-20',
  });
}

/** A purchase that passes every gate: ten sessions by default, £450.00. */
export function draftOf(
  ready: ReadyOffice,
  more: Partial<Input<'orders.start'>> = {},
): Input<'orders.start'> {
  return {
    cafId: ready.cafId,
    actionId: ready.actionId,
    providerId: ready.providerId,
    budgetId: ready.budgetId,
    need: 'Somebody to talk to about his grandad.',
    alternatives: 'School mentor, four meetings; helped a little.',
    childView: 'I want to talk to someone who isn’t my mum.',
    familyViewKind: 'agreed',
    requiredBy: '2008-10-23',
    lines: [
      { itemId: ready.items.session, description: 'Counselling session, 50 minutes', quantity: 10_000 },
    ],
    ...more,
  };
}

/** Starts and submits a purchase as the lead professional; its id and status. */
export async function submitted(ready: ReadyOffice, more: Partial<Input<'orders.start'>> = {}) {
  await ready.office.signIn('ruth');
  const { id, version } = await ready.office.do('orders.start', draftOf(ready, more));
  return ready.office.do('orders.submit', { id, version });
}

/** Starts, submits, has approved if need be, and issues a purchase; Margaret is signed in afterwards. */
export async function issued(ready: ReadyOffice, more: Partial<Input<'orders.start'>> = {}) {
  const request = await submitted(ready, more);
  let { version } = request;
  if (request.status === 'submitted') {
    await ready.office.signIn('priya');
    ({ version } = await ready.office.do('orders.decide', { id: request.id, version, decision: 'approve' }));
  }
  await ready.office.signIn('margaret');
  return ready.office.do('orders.issue', { id: request.id, version });
}
