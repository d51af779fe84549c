import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import {
  findProviders,
  itemsForOrder,
  providerForOrder,
  providerNames,
} from '#electron/office/providers/providers.service.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await TestOffice.setUp('2008-10-14');
  await office.addPerson('buyer', ['commissioner'], { name: 'Helen Marsh' });
  await office.signIn('buyer');
});
afterEach(() => office.remove());

const sunny = { name: 'Sunny Futures Ltd', kind: 'private' } as const;
const counselling: Omit<Input<'providers.addItem'>, 'providerId'> = {
  code: 'CNS-01',
  title: 'Counselling session, 50 minutes',
  category: 'CNS',
  unit: 'session',
  unitPriceE4: 450_000,
  vatCode: 'E',
  validFrom: '2008-04-01',
};
const reader = () => office.desk.opened().readerDb;

describe('a provider', () => {
  test('is added once, however its name is spelt', async () => {
    await office.do('providers.add', sunny);
    const problem = await office.refused('providers.add', { ...sunny, name: 'The SUNNY FUTURES Limited' });
    expect(problem).toMatchObject({ code: 'invalid', field: 'name' });
    expect(problem.message).toContain('Sunny Futures Ltd is on the list already');
    expect((await office.refused('providers.add', { ...sunny, name: '***' })).field).toBe('name');
    expect(
      (await office.refused('providers.add', { ...sunny, name: 'Other', orderEmail: 'nobody' })).field,
    ).toBe('orderEmail');
  });

  test('is changed, renamed, and an older copy is refused', async () => {
    const { id } = await office.do('providers.add', sunny);
    const other = await office.do('providers.add', { ...sunny, name: 'Acorn' });
    const more = { ...sunny, phone: '01632 960100', vatRegistered: true, vatNumber: 'GB 123' };
    expect(await office.do('providers.save', { ...more, id, version: 1 })).toEqual({ id, version: 2 });
    expect((await office.refused('providers.save', { ...sunny, id, version: 1 })).code).toBe('conflict');
    const taken = await office.refused('providers.save', { ...sunny, name: 'Acorn Ltd', id, version: 2 });
    expect(taken).toMatchObject({ code: 'invalid', field: 'name' });
    await office.do('providers.save', { ...more, name: 'Sunny Days', id, version: 2 });
    await office.do('providers.save', { ...sunny, id: other.id, version: 1 });
    expect(await office.do('providers.get', { id })).toMatchObject({
      name: 'Sunny Days',
      phone: '01632 960100',
      vatRegistered: true,
      version: 3,
    });
    expect((await office.refused('providers.get', { id: 999 })).code).toBe('not_found');
  });

  test('whose services meet children is approved only with its checks in date', async () => {
    const { id } = await office.do('providers.add', { ...sunny, contactWithChildren: true });
    const approve = { id, version: 1, status: 'approved' as const };
    const problem = await office.refused('providers.setStatus', approve);
    expect(problem).toMatchObject({ code: 'invalid', field: 'safeguardingExpiresOn' });
    expect(problem.details).toHaveLength(2);
    const checked = { ...sunny, contactWithChildren: true, id, dataNoteOn: '2008-10-01' };
    await office.do('providers.save', { ...checked, version: 1, safeguardingExpiresOn: '2008-10-13' });
    const late = await office.refused('providers.setStatus', { ...approve, version: 2 });
    expect(late.details?.[0]?.message).toContain('ran out on 13 Oct 2008');
    await office.do('providers.save', { ...checked, version: 2, safeguardingExpiresOn: '2008-10-14' });
    await office.do('providers.setStatus', { ...approve, version: 3 });
    expect(await office.do('providers.get', { id })).toMatchObject({
      status: 'approved',
      approvedOn: '2008-10-14',
      approvedBy: 'Helen Marsh',
      version: 4,
    });
  });

  test('moves only as the life-cycle lets it, and a stale move is refused', async () => {
    const { id } = await office.do('providers.add', sunny);
    const to = (status: Input<'providers.setStatus'>['status'], version: number) => ({ id, version, status });
    expect((await office.refused('providers.setStatus', to('suspended', 1))).field).toBe('status');
    await office.do('providers.setStatus', to('approved', 1));
    expect((await office.refused('providers.setStatus', to('suspended', 1))).code).toBe('conflict');
    await office.do('providers.setStatus', to('suspended', 2));
    await office.do('providers.setStatus', to('ended', 3));
    expect((await office.refused('providers.setStatus', to('suspended', 4))).code).toBe('invalid');
    await office.do('providers.setStatus', to('approved', 4));
    const trail = office.desk
      .opened()
      .readerHandle.prepare(
        "SELECT detail FROM audit_events WHERE operation = 'providers.setStatus' AND outcome = 'done'",
      )
      .all() as { detail: string }[];
    expect(trail.map((row) => JSON.parse(row.detail).moves)).toEqual([
      ['checking', 'approved'],
      ['suspended'],
      ['ended'],
      ['checking', 'approved'],
    ]);
  });

  test('is listed by page, searched, filtered and sorted', async () => {
    for (const name of ['CEDAR', 'Acorn', 'beech']) await office.do('providers.add', { ...sunny, name });
    const beech = (await office.do('providers.list', { search: 'eec' })).rows[0];
    await office.do('providers.addItem', { ...counselling, providerId: beech?.id ?? 0 });
    await office.do('providers.setStatus', { id: beech?.id ?? 0, version: 1, status: 'approved' });
    const named = async (input: Input<'providers.list'>) =>
      (await office.do('providers.list', input)).rows.map((row) => row.name);
    expect(await named({})).toEqual(['Acorn', 'beech', 'CEDAR']);
    expect(await named({ sort: 'name', descending: true })).toEqual(['CEDAR', 'beech', 'Acorn']);
    expect(await named({ sort: 'items', descending: true, pageSize: 1 })).toEqual(['beech']);
    expect(await named({ status: 'approved' })).toEqual(['beech']);
    expect(await named({ withItems: true })).toEqual(['beech']);
    expect(await named({ pageSize: 2, page: 1 })).toEqual(['CEDAR']);
    expect(await named({ sort: 'nonsense' })).toHaveLength(3);
    expect(await named({ search: '%' })).toHaveLength(3);
    expect((await office.do('providers.list', { pageSize: 1 })).total).toBe(3);
  });
});

describe('a price list', () => {
  let providerId: number;
  beforeEach(async () => {
    providerId = (await office.do('providers.add', sunny)).id;
  });

  test('keeps every price; the one before ends the day before the next begins', async () => {
    const { id } = await office.do('providers.addItem', { ...counselling, providerId });
    await office.do('providers.setPrice', {
      itemId: id,
      unitPriceE4: 480_000,
      vatCode: 'E',
      validFrom: '2008-11-01',
    });
    const [item] = (await office.do('providers.get', { id: providerId })).items;
    expect(item?.current?.unitPriceE4).toBe(450_000);
    expect(item?.history).toMatchObject([
      { unitPriceE4: 480_000, validFrom: '2008-11-01', validTo: null },
      { unitPriceE4: 450_000, validFrom: '2008-04-01', validTo: '2008-10-31' },
    ]);
    office.clock.day = '2008-11-01';
    expect((await office.do('providers.get', { id: providerId })).items[0]?.current?.unitPriceE4).toBe(
      480_000,
    );
  });

  test('a price put in before a later one ends before it, and no two hold on one day', async () => {
    const { id: itemId } = await office.do('providers.addItem', { ...counselling, providerId });
    const price = { itemId, unitPriceE4: 1, vatCode: 'E' };
    await office.do('providers.setPrice', { ...price, validFrom: '2009-04-01' });
    const late = await office.refused('providers.setPrice', {
      ...price,
      validFrom: '2009-01-01',
      validTo: '2009-06-30',
    });
    expect(late.field).toBe('validTo');
    await office.do('providers.setPrice', { ...price, validFrom: '2009-01-01' });
    const { items } = await office.do('providers.get', { id: providerId });
    expect(items[0]?.history.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2009-04-01', null],
      ['2009-01-01', '2009-03-31'],
      ['2008-04-01', '2008-12-31'],
    ]);
    expect((await office.refused('providers.setPrice', { ...price, validFrom: '2009-01-01' })).field).toBe(
      'validFrom',
    );
    const backwards = { ...price, validFrom: '2010-01-02', validTo: '2010-01-01' };
    expect((await office.refused('providers.setPrice', backwards)).field).toBe('validTo');
    expect(
      (await office.refused('providers.setPrice', { ...price, itemId: 99, validFrom: '2010-01-01' })).code,
    ).toBe('not_found');
  });

  test('refuses a code twice and codes that no list has', async () => {
    await office.do('providers.addItem', { ...counselling, providerId });
    const again = { ...counselling, providerId };
    expect((await office.refused('providers.addItem', { ...again, code: 'cns-01' })).field).toBe('code');
    const other = { ...again, code: 'CNS-02' };
    expect((await office.refused('providers.addItem', { ...other, category: 'XXX' })).field).toBe('category');
    expect((await office.refused('providers.addItem', { ...other, unit: 'bag' })).field).toBe('unit');
    expect((await office.refused('providers.addItem', { ...other, vatCode: 'Q' })).field).toBe('vatCode');
    expect((await office.refused('providers.addItem', { ...other, providerId: 99 })).code).toBe('not_found');
  });

  test('is searched for what can be bought today: approved providers, prices in force', async () => {
    await office.do('providers.addItem', { ...counselling, providerId });
    await office.do('providers.addItem', {
      ...counselling,
      providerId,
      code: 'OLD',
      title: 'Old session',
      validTo: '2008-05-01',
    });
    const find = async (search: string) =>
      (await office.do('providers.findItems', { search })).items.map((item) => item.code);
    expect(await find('session')).toEqual([]);
    await office.do('providers.setStatus', { id: providerId, version: 1, status: 'approved' });
    expect(await find('session')).toEqual(['CNS-01']);
    expect(await find('sunny counsel')).toEqual(['CNS-01']);
    expect(await find('furniture')).toEqual([]);
  });

  test('gives an order its items, prices on the day, and the provider', async () => {
    const { id } = await office.do('providers.addItem', {
      ...counselling,
      providerId,
      validTo: '2008-12-31',
    });
    const on = async (day: string) => (await itemsForOrder(reader(), [id, id, 999], day)).get(id);
    expect(await on('2008-10-14')).toMatchObject({
      itemId: id,
      providerId,
      code: 'CNS-01',
      category: 'CNS',
      unit: 'session',
      price: { unitPriceE4: 450_000, vatCode: 'E', validFrom: '2008-04-01', validTo: '2008-12-31' },
    });
    expect((await on('2008-03-31'))?.price).toBeNull();
    expect((await on('2009-01-01'))?.price).toBeNull();
    expect((await itemsForOrder(reader(), [999], '2008-10-14')).size).toBe(0);
    expect(await providerForOrder(reader(), providerId)).toMatchObject({
      name: 'Sunny Futures Ltd',
      status: 'prospective',
      contactWithChildren: false,
      safeguardingExpiresOn: null,
    });
    await expect(providerForOrder(reader(), 999)).rejects.toThrow('no such provider');
    expect(await providerNames(reader(), [providerId, providerId, 999])).toEqual(
      new Map([[providerId, 'Sunny Futures Ltd']]),
    );
    expect(await findProviders(reader(), 'sunny', 5)).toEqual([
      { id: providerId, name: 'Sunny Futures Ltd', status: 'prospective' },
    ]);
  });
});

test('a practitioner may look and may not change', async () => {
  await office.signIn('margaret');
  await office.addPerson('worker', ['practitioner']);
  await office.signIn('worker');
  expect((await office.do('providers.list', {})).total).toBe(0);
  expect((await office.refused('providers.add', sunny)).code).toBe('not_allowed');
});
