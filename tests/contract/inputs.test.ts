import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { inputFor, operations, seeded, subjectOf, type World } from '#tests/support/inputs.ts';

const world: World = {
  today: '2008-10-14',
  childId: 11,
  childVersion: 2,
  cafId: 12,
  cafVersion: 3,
  outcomeId: 13,
  outcomeVersion: 4,
  actionId: 14,
  actionVersion: 5,
  orderId: 15,
  orderVersion: 6,
  areaId: 1,
};

describe('an input for every operation of the contract', () => {
  test.each(operations)(
    '%s',
    (name) => {
      for (let seed = 1; seed <= 20; seed += 1) {
        const input = inputFor(name, world, seeded(seed));
        expect(contract[name].input.safeParse(input).success).toBe(true);
        expect(inputFor(name, world, seeded(seed)), 'the same again for the same seed').toEqual(input);
      }
    },
    30_000,
  );

  test('the ids and versions are those of what the operation is about', () => {
    expect(inputFor('children.saveAction', world, seeded(1))).toMatchObject({ id: 14, version: 5 });
    expect(inputFor('children.saveComments', world, seeded(1))).toMatchObject({ cafId: 12, version: 3 });
    expect(inputFor('children.get', world, seeded(1))).toMatchObject({ id: 11 });
    expect(inputFor('orders.issue', world, seeded(1))).toEqual({ id: 15, version: 6 });
    expect(subjectOf('people.save', world)).toBe('person');
  });
});
