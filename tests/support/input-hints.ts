import type { OperationName } from '#shared/contract/index.ts';
import type { Chance, World } from './inputs.ts';

/** Usual values of fields by name, where a schema says only that it is a text or a number. */
export const samples: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  agency: ['EWS', 'PRI'],
  agenciesAgreed: ['EWS'],
  amountPence: [100],
  category: ['CNS', 'EDU'],
  contactSource: ['2A'],
  department: ['Children'],
  descending: [false, true],
  device: ['Printer'],
  disabled: ['N'],
  dob: ['2000-05-03'],
  ecmAim: ['BH2', 'EA1'],
  element: ['D4'],
  hash: ['0123456789abcdef0123456789abcdef'],
  email: ['someone@example.org'],
  endOn: ['2010-03-31'],
  ethnicity: ['NOBT'],
  financialYear: ['2008-09'],
  initiatingAgency: ['PRI'],
  invoiceEmail: ['someone@example.org'],
  level: [3],
  orderEmail: ['orders@example.org'],
  page: [0],
  pageSize: [100],
  period: ['2008-Q3'],
  phone: ['01632 960180'],
  postcode: ['MF1 4QT'],
  reason: ['It was agreed with the family at the review.'],
  search: [''],
  sort: [''],
  unit: ['each'],
  vatCode: ['S', 'E'],
  vatNumber: [''],
};

type Hint = (world: World, random: Chance) => Record<string, unknown>;

const consent = (kind: string, signedOn: unknown) => ({
  kind,
  givenBy: 'parent',
  capacityBasis: 'PR holder',
  agenciesAgreed: kind === 'TO_SHARE' ? ['EWS'] : [],
  reasonsExplained: true,
  signedMode: 'paper',
  signedOn,
});

const born = { dob: '2000-05-03', expectedOn: null };
const mapping = { headerRow: 0, supplier: 0, department: null, paidOn: 1, amount: 2, description: null };

/**
 * What a schema cannot say of an input that the office would take: which fields belong together. Most operations
 * need none.
 */
export const hints: { readonly [N in OperationName]?: Hint } = {
  'access.setUp': () => ({ areas: ['Hillcrest'] }),
  'budgets.allocate': ({ areaId }) => ({ ownerKind: 'area', ownerId: areaId }),
  'children.check': () => ({ dob: '2000-05-03' }),
  'children.liftRestriction': ({ childId }) => ({ id: childId ?? 1 }),
  'children.openByException': ({ reference }) => ({
    reference: reference ?? 'X',
    givenNames: '',
    familyName: '',
    dob: null,
  }),
  'children.closeCaf': () => ({ reason: 'NM', difference: 'Better', familyFeedback: 'Declined to comment' }),
  'children.openCaf': ({ today }) => ({
    consents: ['TO_ASSESS', 'TO_STORE', 'TO_SHARE'].map((kind) => consent(kind, today)),
  }),
  'children.recordConsent': ({ today }) => ({ consent: consent('TO_SHARE', today) }),
  'children.register': () => born,
  'children.restrict': ({ personId }) => ({ readers: [personId ?? 1] }),
  'children.save': () => born,
  'children.saveElement': () => ({ version: 0 }),
  'orders.keepPdf': () => ({ pdf: Buffer.from('%PDF-1.7\n%%EOF\n').toString('base64') }),
  'people.add': () => ({ userName: undefined, passphrase: undefined, roles: ['practitioner'] }),
  'people.giveRoles': ({ today }) => ({ roles: ['practitioner'], fromDay: today, toDay: null }),
  'people.takeRoles': () => ({ roles: ['practitioner'] }),
  'people.recordTraining': () => ({ expiresOn: null }),
  'providers.addItem': () => ({ validTo: null }),
  'providers.import': () => ({ mapping, departments: [] }),
  'providers.readFile': () => ({ mapping }),
  'providers.setPrice': () => ({ validTo: null }),
  'providers.tryImport': () => ({ mapping, departments: [] }),
};
