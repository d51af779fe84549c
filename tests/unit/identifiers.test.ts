import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatNhsNumber,
  hasUpnShape,
  isNeutralRef,
  isNhsNumber,
  isOrderNumber,
  isUpn,
  newNeutralRef,
} from '#shared/domain/identifiers.ts';

describe('isNhsNumber', () => {
  it.each(['9434765919', '943 476 5919', '943-476-5919', '4010232137'])('takes %s', (text) =>
    expect(isNhsNumber(text)).toBe(true),
  );
  it.each(['9434765918', '943476591', '94347659190', '', 'abcdefghij', '9434756919'])('refuses %j', (text) =>
    expect(isNhsNumber(text)).toBe(false),
  );
  it('notices any one wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = '9434765919'.split('');
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(isNhsNumber(digits.join(''))).toBe(false);
      }),
    );
  });
  it('is shown in three groups', () => {
    expect(formatNhsNumber('9434765919')).toBe('943 476 5919');
    expect(formatNhsNumber('not known')).toBe('not known');
  });
});

describe('isUpn', () => {
  it('checks the letter', () => {
    expect(isUpn('H801200001001')).toBe(true);
    expect(isUpn(' h801200001001 ')).toBe(true);
    expect(isUpn('J801200001001')).toBe(false);
    expect(isUpn('H801200001010')).toBe(false);
  });
  it('takes a letter in the last place and refuses other shapes', () => {
    expect(hasUpnShape('H80120000100A')).toBe(true);
    expect(hasUpnShape('H80120000100')).toBe(false);
    expect(hasUpnShape('8801200001001')).toBe(false);
    expect(isUpn('H80120000100S')).toBe(false);
  });
});

describe('newNeutralRef', () => {
  it('always has its shape, without letters that mislead or spell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
          minLength: 7,
          maxLength: 7,
        }),
        (numbers) => {
          const given = [...numbers];
          const ref = newNeutralRef(() => given.shift() ?? 0);
          expect(isNeutralRef(ref)).toBe(true);
          expect(ref).not.toMatch(/[01AEIOULSZB]/);
        },
      ),
    );
  });
  it('uses the whole alphabet', () => {
    expect(newNeutralRef(() => 0)).toBe('2222-222');
    expect(newNeutralRef(() => 0.999999)).toBe('YYYY-YYY');
  });
});

describe('isOrderNumber', () => {
  it('is seven digits', () => {
    expect(isOrderNumber('2004817')).toBe(true);
    expect(['200481', '20048170', 'A004817', ' 2004817', ''].map(isOrderNumber)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
