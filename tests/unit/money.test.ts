import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPounds,
  formatPoundsPlain,
  formatPriceE4,
  formatQuantity,
  lineNet,
  parsePounds,
  parsePriceE4,
  parseQuantity,
  splitByShares,
  sumPence,
  vatOn,
} from '#shared/domain/money.ts';

const pence = fc.maxSafeInteger();

describe('formatPounds', () => {
  it.each([
    [123450, '£1,234.50'],
    [-300, '−£3.00'],
    [0, '£0.00'],
    [-0, '£0.00'],
    [5, '£0.05'],
    [99, '£0.99'],
    [100000000, '£1,000,000.00'],
    [-1, '−£0.01'],
  ])('%i pence is %s', (amount, shown) => expect(formatPounds(amount)).toBe(shown));

  it('leaves out the pound sign for a column of figures', () => {
    expect(formatPoundsPlain(123450)).toBe('1,234.50');
    expect(formatPoundsPlain(-300)).toBe('−3.00');
  });

  it.each([1.5, Number.NaN, Infinity, 2 ** 53])('refuses %s', (bad) => {
    expect(() => formatPounds(bad)).toThrow(RangeError);
  });

  it('can always be read back', () => {
    fc.assert(
      fc.property(pence, (amount) => {
        expect(parsePounds(formatPounds(amount))).toBe(amount === 0 ? 0 : amount);
        expect(parsePounds(formatPoundsPlain(amount))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});

describe('parsePounds', () => {
  it.each([
    ['1.5', 150],
    ['£1,234.50', 123450],
    ['1234', 123400],
    ['  £ 45 ', 4500],
    ['1 234.50', 123450],
    ['.50', 50],
    ['12.50*3', 3750],
    ['12.50 * 3', 3750],
    ['10+2.50', 1250],
    ['10 + 2.50', 1250],
    ['£10 + £2.50*2', 1500],
    ['4×45', 18000],
    ['3*0.335*2', 201],
    ['-3', -300],
    ['−£3.00', -300],
    ['10-2.50', 750],
    ['1.500', 150],
    ['0.1+0.2', 30],
  ])('%s is %i pence', (text, amount) => expect(parsePounds(text)).toBe(amount));

  it.each([
    '',
    ' ',
    '£',
    '.',
    'abc',
    '1.555',
    '12,34.00',
    '1,2',
    '10+',
    '*3',
    '10++2',
    '1e5',
    '0x10',
    '10/2',
    '(1+2)',
    '1.2.3',
    '45p',
    '$5',
    'NaN',
    'Infinity',
    '99999999999999999999',
    '1 2',
    '£££5',
    '3*',
    '12.50,3',
    'process.exit()',
  ])('refuses %j', (text) => expect(parsePounds(text)).toBeNull());

  it('never gives anything but a safe integer or null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[£0-9.,+*\- ]{0,14}$/)), (text) => {
        const amount = parsePounds(text);
        expect(amount === null || Number.isSafeInteger(amount)).toBe(true);
      }),
    );
  });
});

describe('unit prices and quantities', () => {
  it.each([
    ['0.335', 3350, '£0.335'],
    ['45', 450000, '£45.00'],
    ['£1,250.1234', 12501234, '£1,250.1234'],
    ['1.50', 15000, '£1.50'],
    ['0', 0, '£0.00'],
  ])('%s reads as %i and shows as %s', (text, e4, shown) => {
    expect(parsePriceE4(text)).toBe(e4);
    expect(formatPriceE4(e4)).toBe(shown);
  });

  it('refuses a fifth decimal', () => expect(parsePriceE4('0.33333')).toBeNull());
  it('shows a credit with a minus sign', () => expect(formatPriceE4(-3350)).toBe('−£0.335'));

  it.each([
    ['4', 4000, '4'],
    ['2.5', 2500, '2.5'],
    ['0.125', 125, '0.125'],
    ['1,000', 1000000, '1,000'],
  ])('quantity %s reads as %i and shows as %s', (text, thousandths, shown) => {
    expect(parseQuantity(text)).toBe(thousandths);
    expect(formatQuantity(thousandths)).toBe(shown);
  });

  it.each(['', '1.2345', '£4', 'four'])('refuses the quantity %j', (text) =>
    expect(parseQuantity(text)).toBeNull(),
  );

  it('can always be read back', () => {
    fc.assert(
      fc.property(pence, (value) => {
        const same = value === 0 ? 0 : value;
        expect(parsePriceE4(formatPriceE4(value))).toBe(same);
        expect(parseQuantity(formatQuantity(value))).toBe(same);
      }),
    );
  });
});

describe('lineNet and vatOn', () => {
  it('gives the worked figures', () => {
    expect(lineNet(3000, 3350)).toBe(101);
    expect(vatOn(101, 2000)).toBe(20);
    expect(lineNet(7000, 19900)).toBe(1393);
    expect(vatOn(1393, 2000)).toBe(279);
    expect(lineNet(1000, 125000)).toBe(1250);
    expect(vatOn(1250, 1750)).toBe(219);
  });

  it('rounds a half up, and a credit as the charge it takes back', () => {
    expect(lineNet(1000, 50)).toBe(1);
    expect(lineNet(1000, 49)).toBe(0);
    expect(vatOn(250, 20)).toBe(1);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 1e9 }), (quantity, price) => {
        expect(lineNet(quantity, price) + lineNet(-quantity, price)).toBe(0);
      }),
    );
  });

  it('is exact where a double would not be', () => {
    expect(lineNet(90071992547409, 100001)).toBe(90072893267334);
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(1e8), (quantity, price) => {
        const exact = BigInt(quantity) * BigInt(price);
        const net = (exact + 50_000n) / 100_000n;
        if (net <= BigInt(Number.MAX_SAFE_INTEGER)) expect(BigInt(lineNet(quantity, price))).toBe(net);
        else expect(() => lineNet(quantity, price)).toThrow(RangeError);
      }),
    );
  });

  it('refuses fractions and negative rates', () => {
    expect(() => lineNet(0.5, 100)).toThrow(RangeError);
    expect(() => vatOn(1.01, 2000)).toThrow(RangeError);
    expect(() => vatOn(100, -1)).toThrow(RangeError);
  });
});

describe('splitByShares', () => {
  it('gives the odd pence to the largest remainders, then to the earlier', () => {
    expect(splitByShares(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByShares(1000, [5000, 3000, 2000])).toEqual([500, 300, 200]);
    expect(splitByShares(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(splitByShares(0, [0, 4])).toEqual([0, 0]);
  });

  it('always adds up, and no part is a penny off its fair share', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.nat(10_000), { minLength: 1 }).filter((w) => w.some((x) => x > 0)),
        (amount, weights) => {
          const parts = splitByShares(amount, weights);
          expect(sumPence(parts)).toBe(amount);
          const total = weights.reduce((a, b) => a + b, 0);
          parts.forEach((part, i) => {
            expect(Math.abs(part - (amount * (weights[i] ?? 0)) / total)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it('refuses no weights and negative ones', () => {
    expect(() => splitByShares(100, [])).toThrow(RangeError);
    expect(() => splitByShares(100, [0, 0])).toThrow(RangeError);
    expect(() => splitByShares(100, [-1, 2])).toThrow(RangeError);
  });
});

describe('sumPence', () => {
  it('adds, and refuses to overflow', () => {
    expect(sumPence([150, -50, 0])).toBe(100);
    expect(sumPence([])).toBe(0);
    expect(() => sumPence([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});
