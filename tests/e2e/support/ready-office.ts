import type { Page } from '@playwright/test';
import type { Input, Output } from '#shared/contract/index.ts';
import { financialYear } from '#shared/domain/quarter.ts';
import { FIRST_PASSPHRASE, marlford, PASSPHRASE } from './marlford.ts';
import { tell } from './office.ts';
import { today } from './days.ts';

/** The ids of what {@link readyOffice} made. */
export type Ready = { cafId: number; actionId: number; providerId: number; itemId: number; budgetId: number };

/** A new office with everything a purchase needs, made past the screens; Margaret is signed in afterwards. */
export async function readyOffice(window: Page): Promise<Ready> {
  await tell(window, 'access.setUp', marlford);
  const { areas } = await tell(window, 'settings.areas', {});
  const areaId = areas[0]?.id ?? 0;
  const { id: leadId } = await addPerson(window, 'ruth', 'Ruth Adeyemi', 'lead_professional', areaId);
  await addPerson(window, 'ian', 'Ian Bristow', 'system_admin', areaId);
  const { proposed } = await addPerson(window, 'priya', 'Priya Nair', 'team_manager', areaId);
  await agree(window, proposed);
  await tell(window, 'people.recordTraining', { id: leadId, trainedOn: today(-90) });
  const provider = await addProvider(window);
  const plan = await addChild(window, areaId, leadId);
  const { id: fundId } = await tell(window, 'budgets.addFund', {
    name: 'Pathfinder',
    funder: 'DCSF',
    programme: 'Additional needs',
    startOn: today(-365),
    endOn: today(365),
    totalPence: 1_500_000,
    carryForward: true,
  });
  const { budgetId } = await tell(window, 'budgets.allocate', {
    fundId,
    ownerKind: 'person',
    ownerId: leadId,
    financialYear: financialYear(today()).code,
    amountPence: 100_000,
    reason: 'First allocation',
  });
  for (const userName of ['ruth', 'priya']) await firstSignIn(window, userName);
  await tell(window, 'access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
  return { ...provider, ...plan, budgetId };
}

/** What somebody else chose is good for one sign-in. */
const FIRST = FIRST_PASSPHRASE;

async function firstSignIn(window: Page, userName: string): Promise<void> {
  await tell(window, 'access.signIn', { userName, passphrase: FIRST, newPassphrase: PASSPHRASE });
}

async function addPerson(
  window: Page,
  userName: string,
  name: string,
  role: Input<'people.add'>['roles'][number],
  areaId: number,
): Promise<Output<'people.add'>> {
  return tell(window, 'people.add', {
    name,
    jobTitle: 'Family worker',
    agency: 'FAM',
    areaId,
    teamId: null,
    roles: [role],
    userName,
    passphrase: FIRST,
  });
}

/** Rights over money take a second administrator: Ian agrees, and Margaret is back at the desk. */
async function agree(window: Page, proposed: Output<'people.add'>['proposed']): Promise<void> {
  await firstSignIn(window, 'ian');
  for (const { id } of proposed) await tell(window, 'people.answer', { id, agree: true });
  await tell(window, 'access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
}

async function addProvider(window: Page): Promise<Pick<Ready, 'providerId' | 'itemId'>> {
  const { id: providerId } = await tell(window, 'providers.add', {
    name: 'Sunny Futures Counselling',
    kind: 'voluntary',
    address: '4 Orchard Walk\nMarlford MF2 7DN',
    orderEmail: 'orders@sunnyfutures.example',
    contactWithChildren: true,
    safeguardingExpiresOn: today(300),
    dataNoteOn: today(-200),
  });
  const { version } = await tell(window, 'providers.get', { id: providerId });
  await tell(window, 'providers.setStatus', { id: providerId, version, status: 'approved' });
  const { id: itemId } = await tell(window, 'providers.addItem', {
    providerId,
    code: 'SFC-10',
    title: 'Counselling session, 50 minutes',
    category: 'CNS',
    unit: 'session',
    unitPriceE4: 450_000,
    vatCode: 'E',
    validFrom: today(-60),
  });
  return { providerId, itemId };
}

async function addChild(
  window: Page,
  areaId: number,
  leadId: number,
): Promise<Pick<Ready, 'cafId' | 'actionId'>> {
  const child = { givenNames: 'Callum', familyName: 'Birchall', dob: today(-3080), postcode: 'MF2 4AB' };
  const { checkId } = await tell(window, 'children.check', child);
  const { id: childId } = await tell(window, 'children.register', {
    ...child,
    checkId,
    sex: 'M',
    expectedOn: null,
    address: '7 Canal Street',
    areaId,
  });
  const consent = {
    givenBy: 'parent',
    capacityBasis: 'Parental responsibility',
    reasonsExplained: true,
    signedMode: 'paper',
    signedOn: today(),
  } as const;
  const { cafId } = await tell(window, 'children.openCaf', {
    childId,
    contactSource: '2A',
    initiatingAgency: 'PRI',
    reason: 'Sleeps badly.',
    level: 3,
    startOn: today(),
    consents: [
      { kind: 'TO_ASSESS', ...consent },
      { kind: 'TO_STORE', ...consent },
    ],
  });
  await tell(window, 'children.appointLead', {
    cafId,
    personId: leadId,
    from: today(),
    agreedByFamily: true,
  });
  const actionId = await assess(window, childId, cafId);
  return { cafId, actionId };
}

async function assess(window: Page, childId: number, cafId: number): Promise<number> {
  const version = async () => (await tell(window, 'children.get', { id: childId })).caf?.version ?? 0;
  const element = {
    cafId,
    version: 0,
    element: 'D4',
    prominence: 'need',
    needs: 'Wakes most nights.',
  } as const;
  await tell(window, 'children.saveElement', element);
  const outcome = await tell(window, 'children.addOutcome', { cafId, desired: 'Sleeps', ecmAim: 'BH2' });
  const action = await tell(window, 'children.addAction', {
    outcomeId: outcome.id,
    action: 'Counselling with somebody outside the family',
    responsible: 'Ruth Adeyemi',
    agency: 'FAM',
    byWhen: today(40),
  });
  const comments = { childComment: 'I want to talk to someone.', parentComment: 'Agrees.' };
  await tell(window, 'children.saveComments', { cafId, version: await version(), ...comments });
  await tell(window, 'children.completeAssessment', {
    cafId,
    version: await version(),
    completedOn: today(),
  });
  return action.id;
}

/** A request that Priya has approved: it waits to be issued. The office is locked afterwards. The order's id. */
export async function approvedOrder(window: Page, ready: Ready): Promise<number> {
  const { itemId, ...rest } = ready;
  const { id, version } = await tell(window, 'orders.start', {
    ...rest,
    need: 'Somebody to talk to.',
    alternatives: 'School mentor, four meetings.',
    childView: 'I want to talk to someone.',
    familyViewKind: 'agreed',
    lines: [{ itemId, description: 'Counselling session, 50 minutes', quantity: 10_000 }],
  });
  const asked = await tell(window, 'orders.submit', { id, version });
  await tell(window, 'access.signIn', { userName: 'priya', passphrase: PASSPHRASE });
  await tell(window, 'orders.decide', { id, version: asked.version, decision: 'approve' });
  await tell(window, 'access.lock', {});
  return id;
}
