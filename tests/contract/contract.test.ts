import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { handlers } from '#electron/office/handlers.ts';
import { features } from '#shared/contract/common.ts';
import { contract, isOperation, type OperationName } from '#shared/contract/index.ts';
import { auditActionCodes, auditActionOf } from '#shared/domain/audit.ts';
import { permissions } from '#shared/domain/roles.ts';

/** Fields that only a case record, or what belongs to one, has. */
const CASE_FIELDS =
  /^(?:neutralRef|child(?:Id|Name|Ids)?|children|caf(?:Id|Ids|Reference|s)?|earlierCafs|givenNames|familyName|knownAs|dob|orderId|postcode|needs|strengths)$/;

const names = Object.keys(contract) as OperationName[];

describe('the contract', () => {
  test.each(names)('%s names its feature, its permission, and has a handler', (name) => {
    const entry = contract[name];
    expect(features).toContain(name.split('.')[0]);
    expect([...permissions, 'anyone', 'signed_in']).toContain(entry.permission);
    expect(handlers[name]).toBeTypeOf('function');
  });

  test.each(names)('%s refuses what has no shape', (name) => {
    for (const nonsense of [null, 7, 'text', [], undefined]) {
      expect(contract[name].input.safeParse(nonsense).success).toBe(false);
    }
  });

  test.each(names)('%s can be described as JSON Schema, so nothing but data crosses', (name) => {
    expect(() => z.toJSONSchema(contract[name].input, { io: 'input' })).not.toThrow();
    expect(() => z.toJSONSchema(contract[name].output)).not.toThrow();
  });

  test.each(names)('%s says what it shows of a case, if its answer names one', (name) => {
    const entry = contract[name];
    const fields = JSON.stringify(z.toJSONSchema(entry.output)).match(/"(\w+)":\{/g) ?? [];
    const ofCases = fields.map((field) => field.slice(1, -3)).filter((field) => CASE_FIELDS.test(field));
    if (ofCases.length > 0) expect([name, ofCases, entry.shows]).not.toContain(undefined);
  });

  test.each(names)('%s has an action for the audit trail', (name) => {
    expect(auditActionCodes).toContain(auditActionOf(name, contract[name]));
  });

  test('there is no handler without an operation', () => {
    expect(Object.keys(handlers).sort()).toEqual([...names].sort());
  });

  test('what every object has is no operation', () => {
    for (const name of ['toString', '__proto__', 'constructor', 'hasOwnProperty'])
      expect(isOperation(name)).toBe(false);
  });

  test('only set-up, sign-in, lock and the practice office are open to anyone', () => {
    const open = names.filter((name) => contract[name].permission === 'anyone');
    expect(open.every((name) => name.startsWith('access.'))).toBe(true);
  });
});
