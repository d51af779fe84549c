/**
 * Money as whole pence, unit prices as ten-thousandths of a pound (`E4`) and quantities as thousandths,
 * all of them safe integers. No floating point touches money (BR-47): products that could pass 2^53 are
 * taken in BigInt, and anything that is not a safe integer is refused with a RangeError.
 */

/** The minus sign shown to people (U+2212): as wide as a figure, and never taken for a hyphen. */
const MINUS = '\u2212';

/**
 * Gives `value` back when it is a safe integer.
 * @param what the quantity's name, for the message.
 * @throws RangeError when it is a fraction, not a number, or beyond 2^53.
 */
export function requireInteger(value: number, what: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} must be a whole number within range.`);
  return value === 0 ? 0 : value;
}

function toSafeNumber(value: bigint, what: string): number {
  return requireInteger(Number(value), what);
}

/** Quotient of two BigInts, rounded to the nearest, halves away from zero. `divisor` must be positive. */
function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/**
 * Pence as `1,234.50` for a column of figures or a cell: no pound sign, a true minus sign.
 * @throws RangeError when `pence` is not a safe integer.
 */
export function formatPoundsPlain(pence: number): string {
  requireInteger(pence, 'Pence');
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${pence < 0 ? MINUS : ''}${groupThousands(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/**
 * Pence as shown to people: `£1,234.50`, `−£3.00`.
 * @throws RangeError when `pence` is not a safe integer.
 */
export function formatPounds(pence: number): string {
  const plain = formatPoundsPlain(pence);
  return pence < 0 ? `${MINUS}£${plain.slice(1)}` : `£${plain}`;
}

type Decimal = { units: bigint; scale: number };

const DECIMAL = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/;

/** One unsigned number, commas only between thousands; null when it is anything else. */
function readDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text);
  if (match === null || text === '') return null;
  const [, whole = '', fraction = ''] = match;
  if (whole.length + fraction.length > 30) return null;
  return { units: BigInt(whole.replaceAll(',', '') + fraction || '0'), scale: fraction.length };
}

function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const rescale = (x: Decimal): bigint => x.units * 10n ** BigInt(scale - x.scale);
  return { units: rescale(a) + rescale(b), scale };
}

function readProduct(text: string): Decimal | null {
  let product: Decimal = { units: 1n, scale: 0 };
  const factors = text.split(/[*×]/);
  if (factors.length > 20) return null;
  for (const factor of factors) {
    const decimal = readDecimal(factor);
    if (decimal === null) return null;
    product = { units: product.units * decimal.units, scale: product.scale + decimal.scale };
  }
  return product;
}

/** A sum of products (`12.50*3+2`), read by hand: nothing typed is ever run. */
function readSum(text: string): Decimal | null {
  const normal = text
    .replace(/\u2212/g, '-')
    .replace(/\s*([-+*×])\s*/g, '$1')
    .replace(/£\s*/g, '£')
    .replace(/(\d)\s+(?=\d{3}(?!\d))/g, '$1')
    .trim();
  if (normal.length > 120 || /\s/.test(normal)) return null;
  const terms = /^[-+]/.test(normal) ? normal : `+${normal}`;
  let total: Decimal = { units: 0n, scale: 0 };
  for (const [, sign = '', term = ''] of terms.matchAll(/([-+])([^-+]*)/g)) {
    const product = readProduct(term.replace(/(^|[*×])£/g, '$1'));
    if (product === null) return null;
    total = add(total, sign === '-' ? { units: -product.units, scale: product.scale } : product);
  }
  return total;
}

/** The decimal at `places`, or null when it has digits beyond them that are not nought. */
function exactly(decimal: Decimal | null, places: number): number | null {
  if (decimal === null) return null;
  let { units } = decimal;
  if (decimal.scale > places) {
    const divisor = 10n ** BigInt(decimal.scale - places);
    if (units % divisor !== 0n) return null;
    units /= divisor;
  } else {
    units *= 10n ** BigInt(places - decimal.scale);
  }
  const value = Number(units);
  return Number.isSafeInteger(value) ? value : null;
}

/**
 * Reads what a person types into a money field, in pence. Takes a pound sign, thousands' commas, spaces,
 * a leading minus and simple sums (`12.50*3`, `10+2.50`); the result must be whole pence.
 * Null for anything else: never a guess.
 */
export function parsePounds(text: string): number | null {
  return exactly(readSum(text), 2);
}

/** Reads a unit price into ten-thousandths of a pound, with the same spellings as `parsePounds`; null if it has more than four decimals. */
export function parsePriceE4(text: string): number | null {
  return exactly(readSum(text), 4);
}

/** Reads a quantity into thousandths (`2.5` → 2500), commas and sums allowed, no pound sign; null if it has more than three decimals. */
export function parseQuantity(text: string): number | null {
  return text.includes('£') ? null : exactly(readSum(text), 3);
}

function formatScaled(value: number, places: number, leastShown: number): { sign: string; body: string } {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  let fraction = digits.slice(-places);
  while (fraction.length > leastShown && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  const whole = groupThousands(digits.slice(0, -places));
  return { sign: value < 0 ? MINUS : '', body: fraction === '' ? whole : `${whole}.${fraction}` };
}

/**
 * A unit price (ten-thousandths of a pound) as `£45.00`, or with up to four decimals when it needs them: `£0.335`.
 * @throws RangeError when it is not a safe integer.
 */
export function formatPriceE4(e4: number): string {
  const { sign, body } = formatScaled(requireInteger(e4, 'A unit price'), 4, 2);
  return `${sign}£${body}`;
}

/**
 * A quantity (thousandths) as `4`, `2.5` or `1,000`.
 * @throws RangeError when it is not a safe integer.
 */
export function formatQuantity(thousandths: number): string {
  const { sign, body } = formatScaled(requireInteger(thousandths, 'A quantity'), 3, 0);
  return sign + body;
}

/**
 * A line's net in pence: quantity (thousandths) × unit price (`E4`), rounded half up to the penny (domain rule 8.2);
 * a credit line rounds as the charge it takes back, so that the two cancel.
 * @throws RangeError when an input is not a safe integer or the product is out of range.
 */
export function lineNet(quantityThousandths: number, unitPriceE4: number): number {
  requireInteger(quantityThousandths, 'A quantity');
  requireInteger(unitPriceE4, 'A unit price');
  return toSafeNumber(
    divideHalfUp(BigInt(quantityThousandths) * BigInt(unitPriceE4), 100_000n),
    'A line net',
  );
}

/**
 * VAT in pence on a net in pence at a rate in basis points (2000 = 20 %), rounded half up to the penny (8.2).
 * @throws RangeError when an input is not a safe integer or the rate is negative.
 */
export function vatOn(netPence: number, rateBp: number): number {
  requireInteger(netPence, 'Net pence');
  requireInteger(rateBp, 'A VAT rate');
  if (rateBp < 0) throw new RangeError('A VAT rate cannot be negative.');
  return toSafeNumber(divideHalfUp(BigInt(netPence) * BigInt(rateBp), 10_000n), 'VAT');
}

/**
 * Splits pence by whole-number weights so that the parts add up exactly; pence left over go to the largest remainders,
 * and between equals to the earlier part.
 * @throws RangeError when there is no positive weight, or an input is not a safe integer, or a weight is negative.
 */
export function splitByShares(pence: number, weights: readonly number[]): number[] {
  requireInteger(pence, 'Pence');
  for (const weight of weights) {
    if (requireInteger(weight, 'A weight') < 0) throw new RangeError('A weight cannot be negative.');
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new RangeError('At least one weight must be more than nought.');
  const size = BigInt(Math.abs(pence));
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, share: product / total, remainder: product % total };
  });
  let left = size - parts.reduce((sum, part) => sum + part.share, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.share += 1n;
    left -= 1n;
  }
  const sign = pence < 0 ? -1n : 1n;
  return parts.map((part) => toSafeNumber(part.share * sign, 'A share'));
}

/**
 * The sum of amounts in pence.
 * @throws RangeError when an amount or the sum is not a safe integer.
 */
export function sumPence(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts)
    total = requireInteger(total + requireInteger(amount, 'Pence'), 'A sum of pence');
  return total;
}
