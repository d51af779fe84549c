import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ReturnData } from '#shared/contract/returns.ts';
import { openPaperDesk, type PaperDesk } from './desk/paper-desk.ts';
import { expectCleanPages, expectSoundPdf } from './expectations.ts';
import { readPdf, tagsOf, type Pdf } from './read-pdf.ts';
import { returnJob, sampleReturn } from './samples.ts';

let desk: PaperDesk;

beforeAll(async () => {
  desk = await openPaperDesk(inject('paperApp'));
});

afterAll(() => desk.close());

async function paper(data: ReturnData): Promise<Pdf> {
  return readPdf(await desk.pdf(returnJob(data)));
}

describe('a quarterly return on paper', () => {
  it('lies across, says what it is, and holds every figure', async () => {
    const pdf = await paper(sampleReturn());
    expectSoundPdf(pdf, 'Quarterly return 2008-Q2, published', 9.5, 'across');
    expectCleanPages(pdf);
    for (const words of [
      'Marlford Children’s Trust',
      'QUARTERLY RETURN 2008-Q2',
      '1 Jul 2008 to 30 Sep 2008',
      'Small numbers hidden',
      '14 Oct 2008, 09:42 UTC',
      'Trust Desk 0.1.0',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'Margaret Oakes, signature and date',
      'R1 CAF flow',
      'Whole trust 1,310 106 13 93 65 86 1,330',
      'Hillcrest 58 19 c 17 12 15 62',
      'c: hidden because fewer than 5, or to protect such a figure.',
      'An episode closed on the last day counts as closed.',
      'Lead professionals’ fund 120,000.00 0.00 1,250.00 18,405.00 2,123.00 43,902.10 54,319.90 36.6% 112,120.00 7,880.00',
      'Hillcrest 30,000.00 −500.00',
      'CNS Counselling, therapy Service 28 19 3,412.50 512.30 3,924.80 186.90 6.7%',
      'All categories 242 164 22,602.85 1,019.25 23,622.10 97.61 100.0%',
      'R1: a + b − f = g Holds 1310 + 106 − 86 = 1330',
      'B1 actual equals B2 net Does not hold 43,902.10 against 43,900.00',
    ]) {
      expect(pdf.text).toContain(words);
    }
  });

  it('carries its classification at the head and foot of every page', async () => {
    const pdf = await paper(sampleReturn({ profile: 'internal', classification: 'OFFICIAL-SENSITIVE' }));
    expect(pdf.title).toBe('Quarterly return 2008-Q2, internal');
    for (const page of pdf.pages) {
      expect(page.lines[0]).toContain('OFFICIAL-SENSITIVE');
      expect(page.lines.at(-1)).toMatch(
        /^OFFICIAL-SENSITIVE\. Figures as at 14 Oct 2008, 09:42 UTC Page \d of \d$/,
      );
    }
    expect(pdf.text).toContain('Exact figures, for this office only');
  });

  it('can be heard: one title, a heading and a table with heads for each part', async () => {
    const pdf = await paper(sampleReturn());
    expect(pdf.outline).toEqual([
      'QUARTERLY RETURN 2008-Q2',
      'R1 CAF flow',
      'B1 Budget summary',
      'B2 Spend by category',
      'Checks',
    ]);
    const tables = pdf.pages.flatMap((page) => tagsOf(page.tags, 'Table'));
    expect(tables).toHaveLength(4);
    const [r1] = tables;
    const rows = tagsOf(r1!, 'TR');
    expect(tagsOf(rows[0]!, 'TH').map((tag) => tag.text)).toEqual([
      'R1',
      'Open at start',
      'Initiated',
      'Of which repeat',
      'Completed',
      'Team formed',
      'Closed',
      'Open at end',
    ]);
    expect(tagsOf(rows[1]!, 'TH').map((tag) => tag.text)).toEqual(['Whole trust']);
  });

  it('keeps a table on one page where it can, and repeats its head where it cannot', async () => {
    const whole = await paper(sampleReturn());
    const b2 = whole.pages.filter((page) => page.lines.some((line) => /^[A-Z]{3} \w/.test(line)));
    expect(b2).toHaveLength(1);

    const data = sampleReturn();
    const [first] = data.tables;
    const rows = Array.from({ length: 90 }, (_, index) => ({
      key: `row-${index}`,
      label: `Area ${index + 1}`,
      kind: 'row' as const,
      cells: [index, 1, 2, 3, 4, 5, 6],
    }));
    const long = await paper({ ...data, tables: [{ ...first!, rows }] });
    expectCleanPages(long);
    expect([...long.text.matchAll(/Area (\d+) (\d+) 1 2 3 4 5 6/g)].map(([, area]) => Number(area))).toEqual(
      rows.map((_, index) => index + 1),
    );
    for (const page of long.pages.filter((each) => each.lines.some((line) => line.startsWith('Area ')))) {
      expect(page.lines.join(' ')).toContain('Open at start Initiated');
    }
    expect(long.text).toContain('R1 CAF flow, continued');
  });

  it('holds ten columns of millions without cutting a figure', async () => {
    const data = sampleReturn();
    const b1 = data.tables.find((table) => table.code === 'B1')!;
    const cells = b1.columns.map((column) => (column.kind === 'share' ? 10_000 : -999_999_999));
    const rows = [
      {
        key: 'all',
        label: 'The fund of every lead professional in the whole trust',
        kind: 'row' as const,
        cells,
      },
    ];
    const pdf = await paper({ ...data, tables: [{ ...b1, rows }], checks: [] });
    expectCleanPages(pdf);
    expect(pdf.text.match(/−9,999,999\.99/g)).toHaveLength(9);
  });
});
