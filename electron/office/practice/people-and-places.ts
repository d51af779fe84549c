/** Invented names and places. Nobody here is or was anybody. */
export const practiceOffice = {
  trustName: 'Marlford Children’s Trust',
  councilName: 'Marlford Borough Council',
  address: 'Castle House\n12 Market Street\nMarlford MF1 4QT',
  phone: '01632 960180',
  email: 'trust@marlford.example',
  invoiceName: 'Accounts Payable, Marlford Borough Council',
  invoiceAddress: 'PO Box 40\nMarlford MF1 4QX',
  invoiceEmail: 'invoices@marlford.example',
  letterheadColour: '#0A5C5C',
  firstOrderNumber: 4_001_001,
  areas: ['Hillcrest', 'Northgate'],
};

/** Given names with the sex they are given to here. */
export const givenNames: { name: string; sex: 'M' | 'F' }[] = [
  { name: 'Tyler', sex: 'M' },
  { name: 'Zofia', sex: 'F' },
  { name: 'Morgan', sex: 'F' },
  { name: 'Jordan', sex: 'M' },
  { name: 'Aisha', sex: 'F' },
  { name: 'Kieran', sex: 'M' },
  { name: 'Chloe', sex: 'F' },
  { name: 'Reece', sex: 'M' },
  { name: 'Megan', sex: 'F' },
  { name: 'Samir', sex: 'M' },
  { name: 'Bethany', sex: 'F' },
  { name: 'Connor', sex: 'M' },
  { name: 'Ffion', sex: 'F' },
  { name: 'Dwayne', sex: 'M' },
  { name: 'Imogen', sex: 'F' },
  { name: 'Luca', sex: 'M' },
];

/** Family names. */
export const familyNames = [
  'Ashdown',
  'Kowalska',
  'Tate',
  'Okafor',
  'Marsh',
  'Pemberton',
  'Hussain',
  'Lockett',
  'Dunmore',
  'Varley',
  'Achebe',
  'Rowntree',
  'Silcock',
  'Brannigan',
  'Thorne',
  'Mistry',
  'Halloran',
  'Quigley',
];

/** Streets, each with the postcode its houses share. */
export const streets = [
  { street: 'Canal Street', postcode: 'MF2 4AB' },
  { street: 'Orchard Walk', postcode: 'MF2 7DN' },
  { street: 'Tannery Lane', postcode: 'MF3 1HJ' },
  { street: 'Beacon Rise', postcode: 'MF4 6QL' },
  { street: 'Mill Bank', postcode: 'MF3 9RT' },
  { street: 'Sycamore Close', postcode: 'MF5 2WX' },
];

/** Schools that children of the practice office go to. */
export const schools = [
  'Hillcrest Primary',
  'Northgate Academy',
  'St Bride’s Primary',
  'Fairmead Children’s Centre',
];

/** A need, the plan it leads to, and what is bought for it. */
export type Story = {
  element: string;
  need: string;
  evidence: string;
  outcome: string;
  ecmAim: string;
  action: string;
  tried: string;
  view: string;
  /** Code of the item that is bought, how many thousandths, and what for. */
  item: string;
  quantity: number;
};

/** Ordinary stories of early help, from a bus ticket to a counselling package. */
export const stories: Story[] = [
  {
    element: 'D4',
    need: 'Wakes most nights and is afraid that somebody else will die.',
    evidence: 'Sleep diary, September: woke on 19 of 30 nights.',
    outcome: 'Sleeps through most nights and feels calmer',
    ecmAim: 'BH2',
    action: 'Counselling with somebody outside the family',
    tried: 'The school’s own mentor, four meetings. It helped for a while.',
    view: 'I want to talk to someone who isn’t my mum, so she doesn’t get sad.',
    item: 'SFC-10',
    quantity: 8_000,
  },
  {
    element: 'D10',
    need: 'Late or absent on two mornings in three.',
    evidence: 'Attendance 64% in the autumn term.',
    outcome: 'In school every day and on time',
    ecmAim: 'EA2',
    action: 'Bus fares until the school bus place comes through',
    tried: 'Applied for the school bus; the place starts in six weeks.',
    view: 'I don’t like walking past the garages.',
    item: 'BUS-W',
    quantity: 6_000,
  },
  {
    element: 'F3',
    need: 'Two children share a broken bed.',
    evidence: 'Seen on a home visit.',
    outcome: 'Each child sleeps in a bed of their own',
    ecmAim: 'EW3',
    action: 'Buy a bunk bed and mattresses',
    tried: 'Asked the furniture charity: nothing before Christmas.',
    view: 'I want the top one.',
    item: 'TLF-BUNK',
    quantity: 1_000,
  },
  {
    element: 'P3',
    need: 'Bedtimes and meals are a battle every evening.',
    evidence: 'Mother’s own account; health visitor’s notes.',
    outcome: 'Calm evenings with routines that everyone knows',
    ecmAim: 'SS6',
    action: 'A place on the eight-week parenting course',
    tried: 'The children’s centre’s drop-in, twice.',
    view: 'Too young to ask.',
    item: 'HFL-08',
    quantity: 1_000,
  },
  {
    element: 'D11',
    need: 'A year behind in reading and giving up.',
    evidence: 'Reading age 7 years 2 months at 9 years.',
    outcome: 'Reads with confidence in class',
    ecmAim: 'EA3',
    action: 'Eight hours of one-to-one tuition',
    tried: 'Reading volunteers at school, one term.',
    view: 'I’d read to my sister if I was better.',
    item: 'BT-01',
    quantity: 8_000,
  },
  {
    element: 'P1',
    need: 'The stairs and the fire are not safe for a toddler.',
    evidence: 'Health visitor’s home safety check.',
    outcome: 'A home that is safe to explore',
    ecmAim: 'SS2',
    action: 'Fit a stair gate and a fireguard',
    tried: 'The loan scheme has a waiting list of ten weeks.',
    view: 'Too young to ask.',
    item: 'NHS-GATE',
    quantity: 2_000,
  },
  {
    element: 'D7',
    need: 'Plays alone and goes nowhere after school.',
    evidence: 'Class teacher; own account.',
    outcome: 'Plays with other children after school',
    ecmAim: 'EA4',
    action: 'Football boots and a term at the club',
    tried: 'The club lends kit, but none in the size.',
    view: 'They said I can be in goal.',
    item: 'LHP-CLUB',
    quantity: 1_000,
  },
];
