import { describe, expect, test } from 'vitest';
import { permissions, permissionsOf, roleCodes } from '#shared/domain/roles.ts';
import { rights } from '#tests/support/twelve-two.ts';

describe('the rights of each role', () => {
  test.each(permissions)('%s is held by those whom 12.2 gives it to', (permission) => {
    const held = rights[permission];
    expect(
      held,
      `Read 12.2 for ${permission}, and say whose it is in tests/support/twelve-two.ts.`,
    ).toBeDefined();
    const given = roleCodes.filter((role) => permissionsOf([role]).has(permission));
    expect(given.sort()).toEqual([...(held ?? [])].sort());
  });
});
