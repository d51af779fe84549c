import type { PaperJob, PurchaseOrderPaper } from '#shared/contract/papers.ts';
import type { ReturnData } from '#shared/contract/returns.ts';

type Line = PurchaseOrderPaper['lines'][number];

/** A line with exact sums: net and VAT in pence, the rest worked out from them. */
export function line(no: number, over: Partial<Line> = {}): Line {
  const base = {
    no,
    description: 'Counselling session, 50 minutes',
    code: 'SFC-10',
    quantity: 1000,
    unit: 'session',
    unitPriceE4: 450_000,
    vatCode: 'E',
    vatRateBp: 0,
    netPence: 4500,
    vatPence: 0,
    ...over,
  };
  return { ...base, grossPence: base.netPence + base.vatPence };
}

/** The order of the house's own picture: four lines, three VAT codes, £567.65. */
export function sampleOrder(over: Partial<PurchaseOrderPaper> = {}): PurchaseOrderPaper {
  const number = over.number ?? '4001873';
  return {
    number,
    version: 1,
    mark: 'original',
    orderDate: '2008-10-14',
    requiredBy: '2008-10-23',
    neutralRef: 'K7Q4-29M',
    buyer: {
      council: 'Marlford Borough Council',
      trust: 'Marlford Children’s Trust',
      address: ['Castle House', '12 Market Street', 'Marlford MF1 4QT'],
      colour: '#0A5C5C',
    },
    supplier: {
      name: 'Sunny Futures Counselling',
      address: ['4 Orchard Walk', 'Marlford MF2 7DN'],
      email: 'orders@sunnyfutures.example',
      number: '20418',
    },
    invoiceTo: {
      name: 'Accounts Payable, Marlford Borough Council',
      address: ['PO Box 40', 'Marlford MF1 4QX'],
      email: 'invoices@marlford.example',
    },
    deliverTo: [
      'Lines 1 and 2: your premises, by appointment',
      'Lines 3 and 4: front desk, Castle House, weekdays 9:00 to 16:30',
    ],
    contact: {
      name: 'Margaret Oakes',
      jobTitle: 'Co-ordinator',
      phone: '01632 960180',
      email: 'm.oakes@marlford.example',
    },
    lines: [
      line(1, {
        description: 'First meeting, 90 minutes',
        code: 'SFC-01',
        unitPriceE4: 600_000,
        netPence: 6000,
      }),
      line(2, { quantity: 10_000, netPence: 45_000 }),
      line(3, {
        description: 'Memory box kit',
        code: 'SFC-K2',
        unit: 'each',
        unitPriceE4: 380_000,
        vatCode: 'S',
        vatRateBp: 1750,
        netPence: 3800,
        vatPence: 665,
      }),
      line(4, {
        description: 'Feelings workbook',
        code: 'SFC-B1',
        quantity: 2000,
        unit: 'each',
        unitPriceE4: 65_000,
        vatCode: 'Z',
        netPence: 1300,
      }),
    ],
    vatSummary: [
      { code: 'E', label: 'Exempt', rateBp: 0, netPence: 51_000, vatPence: 0 },
      { code: 'S', label: 'Standard', rateBp: 1750, netPence: 3800, vatPence: 665 },
      { code: 'Z', label: 'Zero', rateBp: 0, netPence: 1300, vatPence: 0 },
    ],
    netPence: 56_100,
    vatPence: 665,
    grossPence: 56_765,
    authorisedBy: {
      name: 'Helen Castellan',
      jobTitle: 'Area manager',
      date: '2008-10-13',
      reference: '2008-0611',
    },
    issuedBy: { name: 'Margaret Oakes', jobTitle: 'Co-ordinator', date: '2008-10-14' },
    ourUse: ['Cost centre 31420', 'Expense 4470, project CT08'],
    terms: [
      `No order number, no pay. Quote ${number} on every invoice and delivery note.`,
      'We pay by BACS within 30 days of receiving a correct VAT invoice.',
      'Prices are fixed. Tell us before you supply if anything differs from this order.',
      'We pay for sessions that took place. Our terms for goods and services, version 4, apply.',
    ],
    ...over,
  };
}

/** An order of so many lines of £45.00, exempt. Each description carries its own number. */
export function orderOf(count: number, over: Partial<PurchaseOrderPaper> = {}): PurchaseOrderPaper {
  const netPence = 4500 * count;
  return sampleOrder({
    lines: Array.from({ length: count }, (_, index) =>
      line(index + 1, { description: `Session number ${index + 1}` }),
    ),
    vatSummary: [{ code: 'E', label: 'Exempt', rateBp: 0, netPence, vatPence: 0 }],
    netPence,
    vatPence: 0,
    grossPence: netPence,
    ...over,
  });
}

/** A job for the paper window. */
export function orderJob(order: PurchaseOrderPaper): PaperJob {
  return { document: 'purchase-order', data: order };
}

type Table = ReturnData['tables'][number];

const r1: Table = {
  code: 'R1',
  title: 'CAF flow',
  basis: 'Counts episodes, 1 Jul 2008 to 30 Sep 2008. Open at start a, initiated b, closed f, open at end g.',
  columns: [
    { key: 'a', label: 'Open at start', kind: 'count' },
    { key: 'b', label: 'Initiated', kind: 'count' },
    { key: 'c', label: 'Of which repeat', kind: 'count' },
    { key: 'd', label: 'Completed', kind: 'count' },
    { key: 'e', label: 'Team formed', kind: 'count' },
    { key: 'f', label: 'Closed', kind: 'count' },
    { key: 'g', label: 'Open at end', kind: 'count' },
  ],
  rows: [
    { key: 'all', label: 'Whole trust', kind: 'total', cells: [1310, 106, 13, 93, 65, 86, 1330] },
    { key: 'areas', label: 'By area', kind: 'head', cells: [] },
    { key: 'hil', label: 'Hillcrest', kind: 'row', cells: [58, 19, 'c', 17, 12, 15, 62] },
    { key: 'nor', label: 'Northgate', kind: 'row', cells: [41, 12, 'c', 10, 6, 11, 42] },
    { key: 'riv', label: 'Riverside', kind: 'row', cells: [73, 27, 'c', 24, 19, 20, 80] },
    { key: 'levels', label: 'By level at start', kind: 'head', cells: [] },
    { key: 'l2', label: '2 Additional', kind: 'row', cells: [118, 44, 'c', 41, 9, 37, 125] },
    { key: 'l3', label: '3 Integrated', kind: 'row', cells: [176, 55, 8, 47, 51, 44, 187] },
  ],
  notes: ['An episode closed on the last day counts as closed.'],
};

const b1: Table = {
  code: 'B1',
  title: 'Budget summary',
  basis: 'Net of VAT that is recovered, at 30 Sep 2008.',
  columns: ['Allocation', 'Virement', 'Pending', 'Committed', 'Accrued', 'Actual', 'Available']
    .map((label): Table['columns'][number] => ({ key: label, label, kind: 'pence' }))
    .concat([
      { key: 'share', label: '% spent', kind: 'share' },
      { key: 'forecast', label: 'Forecast', kind: 'pence' },
      { key: 'variance', label: 'Variance', kind: 'pence' },
    ]),
  rows: [
    {
      key: 'f1',
      label: 'Lead professionals’ fund',
      kind: 'total',
      cells: [12_000_000, 0, 125_000, 1_840_500, 212_300, 4_390_210, 5_431_990, 3658, 11_212_000, 788_000],
    },
    {
      key: 'a1',
      label: 'Hillcrest',
      kind: 'row',
      cells: [3_000_000, -50_000, 0, 420_000, 0, 900_100, 1_629_900, 3051, 2_700_000, 250_000],
    },
  ],
  notes: [],
};

const categories: [string, string][] = [
  ['HOM', 'Household goods'],
  ['REN', 'Home repair, cleaning'],
  ['SAF', 'Home safety'],
  ['CLO', 'Clothing, uniform'],
  ['DBT', 'Rent, utilities, debts'],
  ['LEI', 'Leisure, clubs, trips'],
  ['TRA', 'Transport'],
  ['CNS', 'Counselling, therapy'],
  ['EDU', 'Tuition, learning aids'],
  ['CHI', 'Childcare, after school'],
  ['RES', 'Respite, short breaks'],
  ['PAR', 'Parenting programmes'],
  ['HLT', 'Health items'],
  ['CRI', 'Crisis subsistence'],
  ['OTH', 'Other'],
];

const b2: Table = {
  code: 'B2',
  title: 'Spend by category',
  basis: 'Orders and direct purchases of the quarter, by their date.',
  columns: [
    { key: 'type', label: 'Type', kind: 'text' },
    { key: 'orders', label: 'Orders', kind: 'count' },
    { key: 'episodes', label: 'Episodes', kind: 'count' },
    { key: 'net', label: 'Net', kind: 'pence' },
    { key: 'vat', label: 'VAT recovered', kind: 'pence' },
    { key: 'gross', label: 'Gross', kind: 'pence' },
    { key: 'per', label: 'Average per order', kind: 'pence' },
    { key: 'share', label: 'Share', kind: 'share' },
  ],
  rows: [
    ...categories.map(([key, label], index): Table['rows'][number] => ({
      key,
      label: `${key} ${label}`,
      kind: 'row',
      cells: [index % 3 === 0 ? 'Goods' : 'Service', 21 + index, 19, 341_250, 51_230, 392_480, 18_690, 670],
    })),
    {
      key: 'all',
      label: 'All categories',
      kind: 'total',
      cells: ['', 242, 164, 2_260_285, 101_925, 2_362_210, 9761, 10_000],
    },
  ],
  notes: [],
};

/** A quarter with its three tables, published. */
export function sampleReturn(over: Partial<ReturnData> = {}): ReturnData {
  return {
    office: 'Marlford Children’s Trust',
    period: '2008-Q2',
    from: '2008-07-01',
    to: '2008-09-30',
    profile: 'published',
    classification: 'Published',
    extractedAt: '2008-10-14T09:42:00.000Z',
    preparedBy: 'Margaret Oakes',
    softwareVersion: '0.1.0',
    hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    tables: [r1, b1, b2],
    checks: [
      { name: 'R1: a + b − f = g', ok: true, detail: '1310 + 106 − 86 = 1330' },
      { name: 'B1 actual equals B2 net', ok: false, detail: '43,902.10 against 43,900.00' },
    ],
    ...over,
  };
}

/** A job for the paper window. */
export function returnJob(data: ReturnData): PaperJob {
  return { document: 'quarterly-return', data };
}
