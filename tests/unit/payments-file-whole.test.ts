import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprints, type KnownProvider, planSuppliers } from '#electron/office/providers/import-plan.ts';
import { parseSheet } from '#electron/office/providers/payments-file.ts';
import { countDepartments } from '#electron/office/providers/payments-mapping.ts';
import { type PaymentRow, rowReader } from '#electron/office/providers/payments-rows.ts';

const mapping = { headerRow: 0, department: 0, supplier: 1, paidOn: 2, amount: 3, description: 4 };
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'One',
    'Two',
    'Acorn',
    'ACORN LTD',
    'Beech',
    'Total',
    'REDACTED',
    '†',
    '"',
    '01/06/2012',
    '12.50',
    '01/06/201250',
  ),
  fc.string({ maxLength: 12 }),
);
const line = fc.array(cell, { maxLength: 7 }).map((cells) => cells.join(','));
const file = fc
  .array(line, { maxLength: 40 })
  .map((lines) => ['Dept,Supplier,Date,Amount,Purpose', ...lines].join('\n'));

test('every row of any file is taken, skipped or refused, and none of it throws', () => {
  fc.assert(
    fc.property(file, fc.subarray(['One', 'Two']), (text, departments) => {
      const sheet = parseSheet(text);
      const verdictOn = rowReader(sheet, mapping, departments);
      const verdicts = sheet.records.slice(1).map((_, index) => verdictOn(index + 1));
      const taken = verdicts.filter((verdict) => verdict.is === 'taken').map((verdict) => verdict.payment);
      const others = verdicts.filter((verdict) => verdict.is !== 'taken');
      expect(taken.length + others.length).toBe(sheet.records.length - 1);
      for (const { spelling, paid } of taken) {
        expect(spelling).toBe(spelling.trim());
        expect(Number.isSafeInteger(paid?.netPence)).toBe(true);
      }
      const counted = countDepartments(sheet, mapping).reduce((sum, { rows }) => sum + rows, 0);
      expect(counted).toBeGreaterThanOrEqual(taken.length);
      expect(new Set(fingerprints(taken)).size).toBe(taken.length);
    }),
    { numRuns: 300 },
  );
});

const spelling = fc.constantFrom(
  'Acorn',
  'ACORN',
  'Acorn Ltd',
  'The Acorn',
  'Beech & Co',
  'Beech and Company',
  'Cedar',
);
const rows = fc.array(
  spelling.map((name): PaymentRow => ({
    spelling: name,
    department: '',
    description: '',
    paid: { on: '2012-06-01', netPence: 1 },
  })),
  { minLength: 1, maxLength: 30 },
);
const known = fc.constantFrom<KnownProvider[]>(
  [],
  [{ id: 1, name: 'Acorn', nameKey: 'acorn', spellings: [] }],
  [
    { id: 1, name: 'ACORN', nameKey: '=ACORN', spellings: ['ACORN'] },
    { id: 2, name: 'Beech & Co', nameKey: 'beechandco', spellings: ['Beech & Co', 'Beech and Company'] },
  ],
);

test('spellings are folded exactly where somebody agreed, and no two new providers share a key', () => {
  fc.assert(
    fc.property(rows, known, fc.subarray(['acorn', 'beechandco']), (payments, here, agreedKeys) => {
      const agreed = new Set(agreedKeys);
      const { targets, folds } = planSuppliers(payments, here, agreed);
      const fresh = new Set([...targets.values()].filter((target) => target.id === null));
      const keys = [...fresh].map((target) => target.nameKey);
      expect(new Set([...keys, ...here.map((provider) => provider.nameKey)]).size).toBe(
        keys.length + here.length,
      );
      for (const fold of folds) {
        const meant = fold.spellings
          .filter(
            ({ text }) => !here.some((provider) => [provider.name, ...provider.spellings].includes(text)),
          )
          .map(({ text }) => targets.get(text));
        const providers = new Set(meant.map((target) => target?.id ?? target?.nameKey));
        expect(providers.size).toBe(agreed.has(fold.key) ? 1 : meant.length);
      }
    }),
  );
});
