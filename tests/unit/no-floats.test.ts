import { describe, expect, test } from 'vitest';
import { codeOf, linesWith, sourcesIn } from './support/sources.ts';

/**
 * No floating point touches money. Pence, thousandths and ten-thousandths are whole numbers from the field they are
 * typed into to the paper: what could make a fraction of one is looked for here in everything that calculates.
 */
const calculating = [...sourcesIn('shared', ['.ts']), ...sourcesIn('electron', ['.ts'])];

describe('what calculates with money', () => {
  test('is looked at', () => {
    expect(calculating.map(({ name }) => name)).toContain('shared/domain/money.ts');
    expect(calculating.length).toBeGreaterThan(150);
  });

  test('reads and writes numbers by its own exact rules, not by those of floating point', () => {
    const found = calculating.flatMap((source) =>
      linesWith(source, /\b(parseFloat|toFixed|toPrecision|Math\.fround)\b/),
    );
    expect(found).toEqual([]);
  });

  test('has no fraction in its code', () => {
    const found = calculating.flatMap((source) =>
      linesWith(source, /(?<![\w.])\d[\d_]*\.\d/, withoutTemplates(codeOf(source))),
    );
    expect(found).toEqual([]);
  });

  test('divides money only into whole numbers', () => {
    const money = /pence|e4\b|\bnet|\bvat|gross|amount|price/i;
    const rounded = /Math\.(floor|trunc)\(/;
    const found = calculating
      // Its divisions are of BigInts, which have no fraction.
      .filter(({ name }) => name !== 'shared/domain/money.ts')
      .flatMap((source) => {
        const code = codeOf(source);
        return linesWith(source, / \/ /, code).filter((line) => {
          const said = line.slice(line.indexOf(' '));
          return money.test(said) && !rounded.test(said);
        });
      });
    expect(found).toEqual([]);
  });

  test('divides BigInts only where money is multiplied', () => {
    const money = calculating.find(({ name }) => name === 'shared/domain/money.ts');
    const divisions = money ? linesWith(money, / \/ /, codeOf(money)) : [];
    expect(divisions.length).toBeGreaterThan(0);
    expect(divisions.filter((line) => !/\dn\b|total,/.test(line))).toEqual([]);
  });
});

/** A figure in a sentence is for reading. */
function withoutTemplates(code: string): string {
  return code.replaceAll(/`(?:\\.|[^`\\])*`/g, (part) => part.replaceAll(/[^\n]/g, ' '));
}
