import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { formatPounds, formatPoundsPlain } from '#shared/domain/money.ts';
import type { PurchaseOrderPaper } from '#shared/contract/papers.ts';
import { openPaperDesk, type PaperDesk } from './desk/paper-desk.ts';
import { expectCleanPages, expectSoundPdf } from './expectations.ts';
import { readPdf, tagsOf, type Pdf } from './read-pdf.ts';
import { line, orderJob, orderOf, sampleOrder } from './samples.ts';

let desk: PaperDesk;

beforeAll(async () => {
  desk = await openPaperDesk(inject('paperApp'));
});

afterAll(() => desk.close());

async function paper(order: PurchaseOrderPaper): Promise<Pdf> {
  return readPdf(await desk.pdf(orderJob(order)));
}

const heads = [
  'No',
  'Description',
  'Quantity',
  'Unit price £ ex VAT',
  'VAT code',
  'Net £',
  'VAT £',
  'Gross £',
];

describe('a purchase order on paper', () => {
  it('says everything that a provider needs, on one page', async () => {
    const pdf = await paper(sampleOrder());
    expect(pdf.pages).toHaveLength(1);
    expectSoundPdf(pdf, 'Purchase order 4001873, version 1', 11, 'upright');
    expectCleanPages(pdf);
    for (const words of [
      'PURCHASE ORDER',
      '4001873',
      'Version 1, original',
      'Marlford Borough Council',
      'for Marlford Children’s Trust',
      'Castle House, 12 Market Street, Marlford MF1 4QT',
      'Order date First supply by Our reference 14 Oct 2008 23 Oct 2008 K7Q4-29M',
      'Sunny Futures Counselling',
      '4 Orchard Walk, Marlford MF2 7DN',
      'orders@sunnyfutures.example',
      'Supplier number 20418',
      'Accounts Payable, Marlford Borough Council',
      'PO Box 40, Marlford MF1 4QX',
      'invoices@marlford.example',
      'Lines 1 and 2: your premises, by appointment',
      'Margaret Oakes, co-ordinator',
      '01632 960180',
      'm.oakes@marlford.example',
      '1 First meeting, 90 minutes 1 session 60.00 E 60.00 0.00 60.00 SFC-01',
      '2 Counselling session, 50 minutes 10 sessions 45.00 E 450.00 0.00 450.00 SFC-10',
      '3 Memory box kit 1 each 38.00 S 17.5% 38.00 6.65 44.65 SFC-K2',
      '4 Feelings workbook 2 each 6.50 Z 0% 13.00 0.00 13.00 SFC-B1',
      'E, exempt 510.00 0.00',
      'S, standard 17.5% 38.00 6.65',
      'Z, zero 0% 13.00 0.00',
      'Helen Castellan',
      'Area manager, 13 Oct 2008',
      'Approval 2008-0611',
      'Co-ordinator, 14 Oct 2008',
      'Cost centre 31420',
      'Expense 4470, project CT08',
      'No order number, no pay. Quote 4001873 on every invoice and delivery note.',
      'We pay by BACS within 30 days of receiving a correct VAT invoice.',
      'Our terms for goods and services, version 4, apply.',
      'Confidential. This order names no child or family.',
      'Purchase order 4001873, version 1, issued 14 Oct 2008 Page 1 of 1',
    ]) {
      expect(pdf.text).toContain(words);
    }
    expect(pdf.text).toMatch(/Net £561\.00.*VAT £6\.65.*Order total £567\.65/);
  });

  it('can be heard: headings in order, a table with heads for its columns and rows', async () => {
    const pdf = await paper(sampleOrder());
    const tags = pdf.pages[0]!.tags;
    expect(tagsOf(tags, 'H1').map((tag) => tag.text)).toEqual(['PURCHASE ORDER 4001873']);
    const parts = [
      'Supplier',
      'Invoice to',
      'Deliver to',
      'Contact officer',
      'Authorised by',
      'Issued by',
      'For our use',
      'Terms',
    ];
    expect(tagsOf(tags, 'H2').map((tag) => tag.text)).toEqual(parts);
    expect(pdf.outline).toEqual(['PURCHASE ORDER 4001873', ...parts]);
    const tables = tagsOf(tags, 'Table');
    expect(tables).toHaveLength(3);
    const rows = tagsOf(tables[0]!, 'TR');
    expect(tagsOf(rows[0]!, 'TH').map((tag) => tag.text)).toEqual(heads);
    expect(rows).toHaveLength(5);
    for (const row of rows.slice(1)) {
      expect(tagsOf(row, 'TH')).toHaveLength(1);
      expect(tagsOf(row, 'TD')).toHaveLength(7);
    }
    expect(tagsOf(tags, 'LI')).toHaveLength(4);
  });

  it.each([
    [1, 1],
    [20, 2],
    [60, 4],
  ])('of %i lines takes %i pages, with the head on each and every line whole', async (count, pages) => {
    const pdf = await paper(orderOf(count));
    expect(pdf.pages).toHaveLength(pages);
    expectCleanPages(pdf);
    const printed = [
      ...pdf.text.matchAll(/(\d+) Session number (\d+) 1 session 45\.00 E 45\.00 0\.00 45\.00 SFC-10/g),
    ];
    expect(printed.map(([, no, number]) => [no, number])).toEqual(
      Array.from({ length: count }, (_, index) => [`${index + 1}`, `${index + 1}`]),
    );
    for (const page of pdf.pages) {
      const lines = page.lines.filter((each) => /Session number/.test(each)).length;
      const isHeaded = page.lines.some((each) =>
        /^No Description Quantity .*Net £ VAT £ Gross £$/.test(each),
      );
      expect(isHeaded).toBe(lines > 0);
    }
  });

  it('has its totals at the foot, with at least the last line, and its loose sheets can be told', async () => {
    const pdf = await paper(orderOf(60));
    const last = pdf.pages.at(-1)!;
    const at = last.lines.findIndex((each) => each.includes('Order total'));
    expect(last.lines[at]).toContain(formatPounds(60 * 4500));
    expect(last.lines.findIndex((each) => each.includes('Session number 60'))).toBeLessThan(at);
    for (const page of pdf.pages.slice(1)) {
      expect(page.lines[0]).toBe('Marlford Borough Council Purchase order 4001873, continued');
      expect(page.lines.join(' ')).toContain('Order lines, continued');
    }
    for (const page of pdf.pages.slice(0, -1)) expect(page.lines.join(' ')).not.toContain('Order total');
  });

  it('keeps totals, people, terms and notice whole at every length', async () => {
    for (let count = 2; count <= 19; count += 1) {
      const pdf = await paper(orderOf(count));
      expectCleanPages(pdf);
      const numbers = [...pdf.text.matchAll(/Session number (\d+)/g)].map(([, number]) => Number(number));
      expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      const withTotals = pdf.pages.filter((page) => page.lines.some((each) => each.includes('Order total')));
      expect(withTotals).toHaveLength(1);
      expect(withTotals[0]!.lines.join(' ')).toContain(`Session number ${count} `);
      const withNotice = pdf.pages.filter((page) =>
        page.lines.some((each) => each.includes('Confidential.')),
      );
      expect(withNotice).toEqual([pdf.pages.at(-1)]);
      expect(pdf.pages.at(-1)!.lines.join(' ')).toContain('No order number, no pay.');
    }
  });
});

describe('an order with much to say', () => {
  it('prints a long description whole, over rows and pages if need be', async () => {
    const words = Array.from({ length: 500 }, (_, index) => `word${index + 1}`);
    const pdf = await paper(sampleOrder({ lines: [line(1, { description: words.join(' ') }), line(2)] }));
    expectCleanPages(pdf);
    expect([...pdf.text.matchAll(/word\d+/g)].map(([word]) => word)).toEqual(words);
    expect(pdf.pages.length).toBeGreaterThan(1);
  });

  it('breaks a word that is longer than its column instead of cutting it', async () => {
    const pdf = await paper(
      sampleOrder({ lines: [line(1, { description: 'Z'.repeat(200), code: 'Q'.repeat(60) })] }),
    );
    expectCleanPages(pdf);
    expect(pdf.text.match(/Z{3,}/g)?.join('')).toHaveLength(200);
    expect(pdf.text.match(/Q{3,}/g)?.join('')).toHaveLength(60);
  });

  it('has room for a long name and a long address', async () => {
    const name =
      'The Very Long Name of a Voluntary Organisation for Children, Young People and Their Families in the County Limited';
    const address = [
      'Third Floor, The Old Corn Exchange and Assembly Rooms',
      '114 to 120 Market Street',
      'Marlford MF1 4QT',
    ];
    const pdf = await paper(
      sampleOrder({
        supplier: { ...sampleOrder().supplier, name, address, email: `orders@${'a'.repeat(60)}.example` },
        buyer: { ...sampleOrder().buyer, council: name, trust: name, address },
        neutralRef: 'ABCD-EFG',
      }),
    );
    expectCleanPages(pdf);
    const parts = new Set(pdf.text.split(/[\s,]+/));
    for (const word of [...name.split(/[\s,]+/), ...address.join(' ').split(/[\s,]+/)])
      expect(parts).toContain(word);
    expect(pdf.text.replaceAll(' ', '')).toContain('a'.repeat(60));
  });

  it('prints Polish, Welsh and Vietnamese names in its own font', async () => {
    const name = 'Łukasz, Siân Ŵyn, Nguyễn Phượng';
    const pdf = await paper(sampleOrder({ supplier: { ...sampleOrder().supplier, name } }));
    expectSoundPdf(pdf, 'Purchase order 4001873, version 1', 11, 'upright');
    expect(pdf.text.normalize('NFC').replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  });

  it('prints amounts up to £9,999,999.99 on one line each, with the description above them', async () => {
    const netPence = 851_063_829;
    const vatPence = 148_936_170;
    const pdf = await paper(
      sampleOrder({
        lines: [
          line(1, {
            description: 'Specialist placement with education and therapy',
            quantity: 1_000_000,
            unitPriceE4: 85_106_383,
            vatCode: 'S',
            vatRateBp: 1750,
            netPence,
            vatPence,
          }),
          line(2),
        ],
        vatSummary: [{ code: 'S', label: 'Standard', rateBp: 1750, netPence, vatPence }],
        netPence,
        vatPence,
        grossPence: 999_999_999,
      }),
    );
    expectCleanPages(pdf);
    expect(pdf.text).toContain('1 Specialist placement with education and therapy SFC-10');
    expect(pdf.text).toContain(
      `1,000 sessions 8,510.6383 S 17.5% ${formatPoundsPlain(netPence)} ${formatPoundsPlain(vatPence)} ${formatPoundsPlain(netPence + vatPence)}`,
    );
    expect(pdf.text).toContain('Order total £9,999,999.99');
  });

  it('shows a price with up to four decimals and part quantities', async () => {
    const pdf = await paper(
      sampleOrder({ lines: [line(1, { quantity: 2500, unit: 'hour', unitPriceE4: 3350, netPence: 84 })] }),
    );
    expect(pdf.text).toContain('2.5 hours 0.335 E 0.84 0.00 0.84');
  });

  it('goes on overleaf with many clauses', async () => {
    const terms = Array.from({ length: 60 }, (_, index) => `Clause ${index + 1} holds whatever happens.`);
    const pdf = await paper(sampleOrder({ terms }));
    expectCleanPages(pdf);
    for (const term of terms) expect(pdf.text).toContain(term);
  });
});

describe('the marks of an order', () => {
  it('a draft says on every page that it is none, and has no number', async () => {
    const pdf = await paper(
      orderOf(30, { mark: 'draft', number: 'Draft 12', orderDate: null, issuedBy: null, authorisedBy: null }),
    );
    expect(pdf.title).toBe('Purchase order, draft 12');
    expect(pdf.text).toContain('DRAFT Not an order. Supply nothing against it.');
    expect(pdf.text).toContain('Not yet authorised');
    expect(pdf.text).toContain('Purchase order, draft 12, not issued Page 1 of 3');
    expect(pdf.text).not.toMatch(/, issued \d/);
    expectMarkedPages(pdf, 'DRAFT', 'Draft. Purchase order, draft 12, continued');
  });

  it('a copy falls on the same pages as its original', async () => {
    const original = await paper(sampleOrder());
    const copy = await paper(sampleOrder({ mark: 'copy' }));
    expect(copy.title).toBe('Purchase order 4001873, version 1, copy');
    expect(copy.text).toContain('COPY of the order issued 14 Oct 2008. Supply once only.');
    expect(copy.text).toContain('Version 1, copy');
    expect(copy.pages).toHaveLength(original.pages.length);
    expectMarkedPages(copy, 'COPY', '');
    expect(original.text).not.toMatch(/copy/i);
    expect(original.pages[0]!.runs.filter((run) => run.turned)).toEqual([]);
  });

  it('a cancelled order says so on every page', async () => {
    const pdf = await paper(orderOf(30, { mark: 'cancelled', version: 2 }));
    expect(pdf.title).toBe('Purchase order 4001873, version 2, cancelled');
    expect(pdf.text).toContain('CANCELLED Supply nothing more against this order.');
    expectMarkedPages(pdf, 'CANCELLED', 'Cancelled. Purchase order 4001873, continued');
    expectCleanPages(pdf);
  });

  it('an amended order names the version it replaces', async () => {
    const pdf = await paper(sampleOrder({ version: 3 }));
    expect(pdf.text).toContain('AMENDED Replaces version 2. Work to this version only.');
    expect(pdf.text).toContain('Version 3, amended');
    expect(pdf.text).toContain('Purchase order 4001873, version 3, issued 14 Oct 2008');
  });

  it('a watermark is not read out and does not shrink the page', async () => {
    const plain = await paper(sampleOrder());
    const pdf = await paper(sampleOrder({ mark: 'cancelled' }));
    expect(tagsOf(pdf.pages[0]!.tags, 'Document')[0]!.text).not.toMatch(/CANCELLED.*CANCELLED/);
    expect(numberOf(pdf)!.size).toBeCloseTo(numberOf(plain)!.size, 3);
  });
});

function numberOf(pdf: Pdf) {
  return pdf.pages[0]!.runs.find((run) => run.text === '4001873');
}

function expectMarkedPages(pdf: Pdf, watermark: string, runningHead: string): void {
  for (const page of pdf.pages) {
    const turned = page.runs.filter((run) => run.turned).map((run) => run.text.trim());
    expect(turned.join('')).toBe(watermark);
  }
  for (const page of pdf.pages.slice(1)) expect(page.lines[0]).toContain(runningHead);
}
