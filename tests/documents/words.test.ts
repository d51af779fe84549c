import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOnWhite, houseColour, safeColour } from '#renderer/documents/colour.ts';
import {
  formatRate,
  formatShare,
  lowerFirst,
  monogram,
  partsOf,
  unitFor,
} from '#renderer/documents/words.ts';

describe('the letterhead’s colour', () => {
  it('stays as it is when it can be read on white', () => {
    expect(safeColour('#0A5C5C')).toBe('#0a5c5c');
    expect(safeColour('#036')).toBe('#003366');
  });

  it('is darkened until it can be read, in any office’s colour', () => {
    const hex = fc
      .integer({ min: 0, max: 0xff_ff_ff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, (colour) => {
        expect(contrastOnWhite(safeColour(colour))).toBeGreaterThanOrEqual(5.5);
      }),
    );
  });

  it('is the house’s teal when it is no colour', () => {
    for (const text of ['', 'teal', '#12', 'url(x)', '#0A5C5G']) expect(safeColour(text)).toBe(houseColour);
  });

  it('knows the contrast of black, white and the house’s teal', () => {
    expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5);
    expect(contrastOnWhite('#ffffff')).toBeCloseTo(1, 5);
    expect(contrastOnWhite(houseColour)).toBeCloseTo(7.8, 1);
  });
});

describe('words of the paper', () => {
  it.each([
    [1750, '17.5%'],
    [2000, '20%'],
    [0, '0%'],
    [1525, '15.25%'],
  ])('shows %i basis points as %s', (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });

  it.each([
    [2650, '26.5%'],
    [10_000, '100.0%'],
    [0, '0.0%'],
    [-125, '−1.3%'],
  ])('shows a share of %i as %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  it.each([
    [1000, 'session', 'session'],
    [10_000, 'session', 'sessions'],
    [2500, 'hour', 'hours'],
    [500, 'day', 'days'],
    [2000, 'each', 'each'],
    [2000, 'box', 'boxes'],
    [2000, 'classes', 'classes'],
  ])('calls %i thousandths of a %s %s', (quantity, unit, text) => {
    expect(unitFor(quantity, unit)).toBe(text);
  });

  it('lowers a first letter but no abbreviation', () => {
    expect(lowerFirst('Supplier not VAT-registered')).toBe('supplier not VAT-registered');
    expect(lowerFirst('VAT officer')).toBe('VAT officer');
    expect(lowerFirst('')).toBe('');
  });

  it('makes a monogram', () => {
    expect(monogram('Marlford Borough Council')).toBe('MB');
    expect(monogram('Council of the Isles of Scilly')).toBe('IS');
    expect(monogram('')).toBe('');
  });

  it('cuts a text into parts without losing a character', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 2, max: 60 }), (text, most) => {
        const parts = partsOf(text, most);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(most);
      }),
    );
    expect(partsOf('one two three', 8)).toEqual(['one two', 'three']);
  });
});
