import { lineNet, requireInteger, sumPence, vatOn } from './money.ts';

/** A VAT code of the price list and the order (domain table 8.1). */
export type VatCode = 'S' | 'R' | 'Z' | 'E' | 'O' | 'N';

/** A rate in basis points and the first day it applies, `yyyy-mm-dd`. */
type DatedRate = { from: string; rateBp: number };

type VatCodeEntry = {
  code: VatCode;
  label: string;
  /** What is typically bought under it, to help choose. */
  hint: string;
  /** Whether VAT is charged at all, if only at 0 %: false for exempt, outside scope and not registered. */
  taxable: boolean;
  /** Oldest first; the last one holds until a later one is added. */
  rates: readonly DatedRate[];
};

/** Rates start well before any record an office could hold, so every day of a record has one. */
const ALWAYS = '1991-04-01';

const noVat: readonly DatedRate[] = [{ from: ALWAYS, rateBp: 0 }];

/**
 * The VAT codes with their rates by date (8.1). The rate is chosen by the order's date; the supplier's invoice
 * decides the final VAT, the order's figure is an estimate.
 */
export const vatCodes: readonly VatCodeEntry[] = [
  {
    code: 'S',
    label: 'Standard rate',
    hint: 'Furniture, equipment, adult clothing',
    taxable: true,
    rates: [
      { from: ALWAYS, rateBp: 1750 },
      { from: '2008-12-01', rateBp: 1500 },
      { from: '2010-01-01', rateBp: 1750 },
      { from: '2011-01-04', rateBp: 2000 },
    ],
  },
  {
    code: 'R',
    label: 'Reduced rate',
    hint: 'Children’s car seats, domestic fuel',
    taxable: true,
    rates: [{ from: ALWAYS, rateBp: 500 }],
  },
  {
    code: 'Z',
    label: 'Zero rate',
    hint: 'Children’s clothes and shoes, most food, books, public transport fares',
    taxable: true,
    rates: noVat,
  },
  {
    code: 'E',
    label: 'Exempt',
    hint: 'Some education, insurance, letting of land, welfare services by charities',
    taxable: false,
    rates: noVat,
  },
  {
    code: 'O',
    label: 'Outside scope',
    hint: 'Rent arrears, statutory fees, grants',
    taxable: false,
    rates: noVat,
  },
  {
    code: 'N',
    label: 'Not VAT-registered',
    hint: 'Sole traders and small groups that charge no VAT',
    taxable: false,
    rates: noVat,
  },
];

/** Whether `text` is one of the VAT codes. */
export function isVatCode(text: string): text is VatCode {
  return vatCodes.some((entry) => entry.code === text);
}

/** The entry of a VAT code: label, hint, dated rates. */
export function vatCode(code: VatCode): VatCodeEntry {
  const entry = vatCodes.find((candidate) => candidate.code === code);
  if (entry === undefined) throw new RangeError(`There is no VAT code ${code}.`);
  return entry;
}

/**
 * The rate in basis points that a code carries on a day (`yyyy-mm-dd`): 1750 for S on 30 November 2008, 1500 the next day.
 * @throws RangeError for an unknown code, or a day before the table begins (1 April 1991).
 */
export function vatRateBp(code: VatCode, day: string): number {
  const rate = vatCode(code).rates.findLast((dated) => dated.from <= day);
  if (rate === undefined) throw new RangeError(`The VAT table does not reach back to ${day}.`);
  return rate.rateBp;
}

/** Basis points as `17.5%` or `20%`. */
export function formatRate(rateBp: number): string {
  return `${requireInteger(rateBp, 'A rate') / 100}%`;
}

/** What an order line needs to be priced: quantity in thousandths, net unit price in ten-thousandths of a pound. */
export type PricedLine = { quantity: number; unitPriceE4: number; vatCode: VatCode };

/** A line's money in pence. */
export type LineTotals = { net: number; vat: number; gross: number; rateBp: number };

/** One row of an order's VAT summary, in pence. */
export type VatSummaryRow = { code: VatCode; rateBp: number; net: number; vat: number };

/** An order's money in pence: by line, by VAT code and rate, and in all. */
export type OrderTotals = {
  lines: LineTotals[];
  vatSummary: VatSummaryRow[];
  net: number;
  vat: number;
  gross: number;
};

/**
 * Prices an order on a day (8.2): line net rounded half up, VAT on that net rounded half up, the document's VAT the sum
 * of its lines'. The summary is in the order of `vatCodes`.
 * @throws RangeError when a figure is not a safe integer or the day is before the VAT table.
 */
export function orderTotals(lines: readonly PricedLine[], day: string): OrderTotals {
  const priced = lines.map((line) => {
    const rateBp = vatRateBp(line.vatCode, day);
    const net = lineNet(line.quantity, line.unitPriceE4);
    const vat = vatOn(net, rateBp);
    return { code: line.vatCode, net, vat, gross: sumPence([net, vat]), rateBp };
  });
  const vatSummary = vatCodes.flatMap(({ code }) => {
    const rows = priced.filter((line) => line.code === code);
    const [first] = rows;
    if (first === undefined) return [];
    const net = sumPence(rows.map((row) => row.net));
    return [{ code, rateBp: first.rateBp, net, vat: sumPence(rows.map((row) => row.vat)) }];
  });
  const net = sumPence(priced.map((line) => line.net));
  const vat = sumPence(priced.map((line) => line.vat));
  return {
    lines: priced.map(({ code: _code, ...totals }) => totals),
    vatSummary,
    net,
    vat,
    gross: sumPence([net, vat]),
  };
}

/**
 * Whether an invoice's VAT agrees with the order's arithmetic (8.2): it may have been taken line by line or on each
 * rate's total, within 1p a line of either.
 */
export function vatAgrees(invoiceVat: number, totals: OrderTotals): boolean {
  const byRate = sumPence(totals.vatSummary.map((row) => vatOn(row.net, row.rateBp)));
  const tolerance = totals.lines.length;
  return Math.abs(invoiceVat - totals.vat) <= tolerance || Math.abs(invoiceVat - byRate) <= tolerance;
}
