import type { Input } from '#shared/contract/index.ts';
import type { ChildInput } from '../pages/children-page.ts';
import type { FundInput } from '../pages/budgets-page.ts';
import type { PersonInput } from '../pages/people-page.ts';
import type { ItemInput, ProviderInput } from '../pages/providers-page.ts';

/* An invented trust, its people and one family. Nobody here is or was anybody. */

/** What everyone here signs in with. */
export const PASSPHRASE = 'harbour kettle violet ladder';
/** What somebody who is added is given; good for one sign-in. */
export const FIRST_PASSPHRASE = 'nine grey boats in a row';

/** What a new office is set up with. */
export const marlford: Input<'access.setUp'> = {
  trustName: 'Marlford Children’s Trust',
  councilName: 'Marlford Borough Council',
  address: 'Castle House\n12 Market Street\nMarlford MF1 4QT',
  phone: '01632 960180',
  email: 'trust@marlford.example',
  invoiceName: 'Accounts Payable, Marlford Borough Council',
  invoiceAddress: 'PO Box 40\nMarlford MF1 4QX',
  invoiceEmail: 'invoices@marlford.example',
  letterheadColour: '#0A5C5C',
  firstOrderNumber: 4_000_001,
  areas: ['Hillcrest', 'Northgate'],
  person: {
    name: 'Margaret Oakes',
    jobTitle: 'Co-ordinator',
    userName: 'margaret',
    phone: '01632 960181',
    email: 'm.oakes@marlford.example',
  },
  passphrase: PASSPHRASE,
};

export const ruth: PersonInput = {
  name: 'Ruth Adeyemi',
  jobTitle: 'Education welfare officer',
  agency: 'Education welfare',
  area: 'Hillcrest',
  roles: ['Lead professional'],
  userName: 'ruth',
  passphrase: FIRST_PASSPHRASE,
};

export const priya: PersonInput = {
  name: 'Priya Nair',
  jobTitle: 'Team manager',
  agency: 'Family or community team',
  area: 'Hillcrest',
  roles: ['Team manager'],
  userName: 'priya',
  passphrase: FIRST_PASSPHRASE,
};

/** The second administrator, without whom nobody gets a right over money. */
export const ian: PersonInput = {
  name: 'Ian Bristow',
  jobTitle: 'System administrator',
  agency: 'Family or community team',
  area: 'Hillcrest',
  roles: ['System administrator'],
  userName: 'ian',
  passphrase: FIRST_PASSPHRASE,
};

export const pathfinder: FundInput = {
  name: 'Pathfinder',
  funder: 'DCSF',
  programme: 'Additional needs',
  amount: '15,000.00',
  costCentre: '31420',
  expenseCode: '4470',
  projectCode: 'CT08',
};

/** A provider as it is added; both days are typed as people write them. */
export const sunny = (days: { safeguardingUntil: string; dataNoteOn: string }): ProviderInput => ({
  name: 'Sunny Futures Counselling',
  kind: 'Voluntary or charity',
  address: '4 Orchard Walk\nMarlford MF2 7DN',
  email: 'orders@sunnyfutures.example',
  ...days,
});

export const session = (validFrom: string): ItemInput => ({
  code: 'SFC-10',
  category: /^CNS /,
  title: 'Counselling session, 50 minutes',
  price: '45.00',
  unit: 'session',
  vat: /^E /,
  validFrom,
});

export const kit = (validFrom: string): ItemInput => ({
  code: 'SFC-K2',
  category: /^EDU /,
  title: 'Memory box kit',
  price: '38.00',
  unit: 'each',
  vat: /^S /,
  validFrom,
});

/** A child of primary school age, whenever this is read. */
export const callum = (dob: string): ChildInput => ({
  givenNames: 'Callum',
  familyName: 'Birchall',
  dob,
  postcode: 'MF2 4AB',
  address: '7 Canal Street\nMarlford',
  sex: 'Male',
  area: 'Hillcrest',
  carer: { name: 'Donna Birchall', relationship: 'Mother' },
});

/** Whatever would tell who the child is. */
export const TELLING = /Callum|Birchall|Canal Street|MF2 ?4AB/i;
