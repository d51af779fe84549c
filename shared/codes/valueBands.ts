/** Size bands of the spend return, on an order's gross total (CL-13). `fromPence` is the least that falls in the band. */
export const valueBands = [
  { code: 'B1', label: 'Under £10.00', fromPence: 0 },
  { code: 'B2', label: '£10.00 to £49.99', fromPence: 1_000 },
  { code: 'B3', label: '£50.00 to £99.99', fromPence: 5_000 },
  { code: 'B4', label: '£100.00 to £249.99', fromPence: 10_000 },
  { code: 'B5', label: '£250.00 to £499.99', fromPence: 25_000 },
  { code: 'B6', label: '£500.00 to £999.99', fromPence: 50_000 },
  { code: 'B7', label: '£1,000.00 and over', fromPence: 100_000 },
] as const;

/** A value band's code. */
export type ValueBand = (typeof valueBands)[number]['code'];

/** The band of an order's gross total in pence; a credit falls in the lowest. */
export function valueBandOf(grossPence: number): ValueBand {
  return valueBands.findLast((band) => grossPence >= band.fromPence)?.code ?? 'B1';
}
