import { expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { call } from '#electron/office/gate.ts';
import { inputFor, operations, seeded } from '#tests/support/inputs.ts';
import { readers } from '#tests/support/twelve-two.ts';
import { type ReadersTrust, readersTrust } from './support/readers.ts';
import { worldOf } from './support/trust-world.ts';

test('nothing that is read ends in what the office did not expect, whoever asks', async () => {
  const { trust, cases }: ReadersTrust = await readersTrust();
  const wrong: string[] = [];
  for (const user of Object.keys(readers)) {
    trust.turnTo(user);
    for (const name of operations.filter((each) => !contract[each].writes)) {
      const result = await call(
        trust.office.desk,
        name,
        inputFor(name, worldOf(trust, cases.own, name), seeded(1)),
      );
      if (!result.ok && result.problem.code === 'internal') wrong.push(`${name} for ${user}`);
    }
  }
  trust.office.remove();
  expect(wrong).toEqual([]);
}, 120_000);
