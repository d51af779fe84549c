import { describe, expect, test } from 'vitest';
import { type Permission, permissionsOf, reachAt, roleCodes } from '#shared/domain/roles.ts';
import { roleWords, whoMay } from '#shared/domain/roleWords.ts';

/** What a sentence says, and the permission that must then be there; and must not be, when it is not said. */
const said: [RegExp, Permission][] = [
  [/makes backups/, 'backups.manage'],
  [/issues orders/i, 'orders.issue'],
  [/approves (the largest )?purchases/i, 'orders.approve'],
  [/sets budgets/i, 'budgets.manage'],
  [/reads and writes/i, 'children.write'],
  [/registers children/, 'children.register'],
  [/approves providers/i, 'providers.manage'],
  [/adds people/i, 'people.manage'],
  [/changes the office’s settings/, 'settings.manage'],
  [/takes .*data out/i, 'takeout.export'],
];

describe('what each role may do, in words', () => {
  test.each(roleCodes)('%s: the sentence agrees with its permissions', (role) => {
    const words = roleWords[role];
    expect(words).toMatch(/^\p{Lu}[^.]+\.$/u);
    for (const [phrase, permission] of said)
      expect(phrase.test(words), `${permission} in “${words}”`).toBe(permissionsOf([role]).has(permission));
  });

  test.each(roleCodes)(
    '%s: names of children are denied in words exactly where the rules deny them',
    (role) => {
      const isNamed = reachAt([role], 'summary') !== 'none';
      expect(/no child/.test(roleWords[role])).toBe(!isNamed);
    },
  );

  test('says who holds a permission', () => {
    expect(whoMay('people.manage')).toBe('a system administrator');
    expect(whoMay('backups.manage')).toBe('a co-ordinator or a system administrator');
  });
});
