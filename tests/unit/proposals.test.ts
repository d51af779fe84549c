import { describe, expect, test } from 'vitest';
import { howGiven, managingRoles, mayWithProposal, needsSecond } from '#shared/domain/proposals.ts';
import { permissionsOf, roleCodes } from '#shared/domain/roles.ts';

const giving = {
  role: 'team_manager',
  giverId: 1,
  personId: 2,
  hasOtherManager: true,
  onceUsed: true,
} as const;

describe('rights that take two people (12.2)', () => {
  test.each(roleCodes)(
    '%s needs a second person exactly when it approves money or manages people',
    (role) => {
      const granted = permissionsOf([role]);
      expect(needsSecond(role)).toBe(granted.has('orders.approve') || granted.has('people.manage'));
    },
  );

  test('the roles that are heavy today, so that a change of permissions is noticed', () => {
    expect(roleCodes.filter(needsSecond)).toEqual([
      'team_manager',
      'budget_manager',
      'director',
      'system_admin',
    ]);
    expect(managingRoles).toEqual(['system_admin']);
  });

  test('nobody gives themselves anything, however light', () => {
    for (const role of roleCodes) expect(howGiven({ ...giving, role, personId: 1 })).toBe('own');
  });

  test('a light role is given at once, a heavy one is proposed', () => {
    expect(howGiven({ ...giving, role: 'practitioner' })).toBe('now');
    expect(howGiven(giving)).toBe('proposal');
    expect(howGiven({ ...giving, role: 'system_admin' })).toBe('proposal');
  });

  test('the only administrator names a second one alone, once, and nothing else', () => {
    const alone = { ...giving, hasOtherManager: false, onceUsed: false };
    expect(howGiven({ ...alone, role: 'system_admin' })).toBe('first');
    expect(howGiven({ ...alone, role: 'system_admin', onceUsed: true })).toBe('proposal');
    expect(howGiven({ ...alone, role: 'system_admin', hasOtherManager: true })).toBe('proposal');
    expect(howGiven({ ...alone, role: 'director' })).toBe('proposal');
  });

  test('the proposer takes back, the person concerned waits, anybody else answers', () => {
    const proposed = { proposedById: 1, personId: 2 };
    expect(mayWithProposal(proposed, 1)).toBe('withdraw');
    expect(mayWithProposal(proposed, 2)).toBe('wait');
    expect(mayWithProposal(proposed, 3)).toBe('answer');
    expect(mayWithProposal({ proposedById: 2, personId: 2 }, 2)).toBe('withdraw');
  });
});
