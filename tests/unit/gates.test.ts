import { describe, expect, test } from 'vitest';
import type { GateFacts } from '#shared/domain/gate-facts.ts';
import { gateLabels, judge } from '#shared/domain/gates.ts';
import { identifyingParts } from '#shared/domain/privacy.ts';

/** A purchase that passes every gate. */
const good: GateFacts = {
  day: '2008-10-14',
  stage: 'issue',
  caf: {
    reference: 'CAF-2008-0001',
    open: true,
    spending: true,
    statusLabel: 'Plan live',
    consent: { assess: true, store: true, withdrawn: false },
    to: '/children/1',
  },
  action: { label: '1.1', outcomeNumber: 1, outcome: 'Sleeps through' },
  lead: { name: 'Ruth Adeyemi', trainedOn: '2008-03-06', lapsed: false },
  alternatives: 'School mentor, four meetings.',
  childView: 'I want to talk to someone.',
  familyView: { kind: 'agreed', words: '' },
  amount: { grossPence: 9_000, netPence: 9_000, togetherPence: 9_000, togetherOrders: 1 },
  approval: { ownLimitPence: 10_000, need: { kind: 'own' }, given: null },
  budget: { name: 'Hillcrest', headroomPence: 50_000, inForce: true, forThisCaf: true },
  restricted: { fund: 'Pathfinder', categories: ['DBT'] },
  provider: {
    name: 'Sunny Futures',
    approved: true,
    statusLabel: 'Approved',
    contactWithChildren: true,
    safeguardingExpiresOn: '2009-06-30',
    insuranceExpiresOn: null,
    hasDataNote: true,
    to: '/providers/1',
  },
  requiredBy: '2008-10-23',
  lines: [{ no: 1, title: 'Counselling session', priced: true, sameProvider: true, category: 'CNS' }],
  overlaps: [],
  overlapReason: '',
  identifying: [],
  to: '/orders/1',
};

const verdicts = (facts: Partial<GateFacts>) =>
  Object.fromEntries(judge({ ...good, ...facts }).map((gate) => [gate.id, gate.verdict]));

describe('the gates on spending', () => {
  test('twelve gates, each with a label, and a good purchase passes them all', () => {
    const gates = judge(good);
    expect(gates).toHaveLength(12);
    expect(gates.map((gate) => gate.id)).toEqual(Object.keys(gateLabels));
    expect(gates.every((gate) => gate.verdict === 'pass')).toBe(true);
  });

  test.each<[string, Partial<GateFacts>]>([
    ['caf', { caf: { ...good.caf, open: false } }],
    ['caf', { caf: { ...good.caf, consent: { assess: true, store: true, withdrawn: true } } }],
    ['caf', { caf: { ...good.caf, consent: { assess: true, store: false, withdrawn: false } } }],
    ['caf', { caf: { ...good.caf, spending: false } }],
    ['plan', { action: null }],
    ['lead', { lead: null }],
    ['lead', { lead: { name: 'Ruth', trainedOn: null, lapsed: false } }],
    ['alternatives', { alternatives: '  ' }],
    ['voice', { childView: '' }],
    ['voice', { familyView: { kind: '', words: '' } }],
    ['voice', { familyView: { kind: 'not_told', words: '' } }],
    [
      'limit',
      {
        approval: {
          ownLimitPence: 0,
          need: { kind: 'tier', roleLabel: 'Team manager', why: 'above_own_limit' },
          given: null,
        },
      },
    ],
    ['limit', { approval: { ownLimitPence: 10_000, need: { kind: 'beyond' }, given: null } }],
    ['money', { budget: null }],
    ['money', { budget: { name: 'Hillcrest', headroomPence: 8_999, inForce: true, forThisCaf: true } }],
    ['money', { budget: { name: 'Hillcrest', headroomPence: 50_000, inForce: false, forThisCaf: true } }],
    ['money', { budget: { name: 'Hillcrest', headroomPence: 50_000, inForce: true, forThisCaf: false } }],
    ['category', { restricted: { fund: 'Pathfinder', categories: ['CNS'] } }],
    ['provider', { provider: null }],
    ['provider', { provider: { ...good.provider!, approved: false } }],
    ['provider', { provider: { ...good.provider!, safeguardingExpiresOn: '2008-10-13' } }],
    ['provider', { provider: { ...good.provider!, hasDataNote: false } }],
    ['provider', { provider: { ...good.provider!, insuranceExpiresOn: '2008-10-13' } }],
    ['price', { lines: [] }],
    ['price', { lines: [{ ...good.lines[0]!, priced: false }] }],
    ['price', { lines: [{ ...good.lines[0]!, sameProvider: false }] }],
  ])('%s stops, and says what to do', (id, facts) => {
    const gate = judge({ ...good, ...facts }).find((each) => each.id === id);
    expect(gate?.verdict).toBe('stop');
    expect(gate?.sentence).toMatch(/\.$/);
    expect(gate?.detail).toMatch(/\.$/);
  });

  test('money: the last penny may be spent', () => {
    expect(
      verdicts({ budget: { name: 'H', headroomPence: 9_000, inForce: true, forThisCaf: true } }).money,
    ).toBe('pass');
  });

  test('limit: while writing it only says who approves; at issue it stops', () => {
    const approval: GateFacts['approval'] = {
      ownLimitPence: 10_000,
      need: { kind: 'tier', roleLabel: 'Team manager', why: 'above_own_limit' },
      given: null,
    };
    expect(verdicts({ stage: 'write', approval }).limit).toBe('warn');
    expect(verdicts({ stage: 'issue', approval }).limit).toBe('stop');
    expect(
      verdicts({ approval: { ...approval, given: { by: 'Helen', on: '2008-10-13', own: false } } }).limit,
    ).toBe('pass');
  });

  test('provider: a check that runs out before the supply is a warning', () => {
    expect(verdicts({ provider: { ...good.provider!, safeguardingExpiresOn: '2008-10-20' } }).provider).toBe(
      'warn',
    );
  });

  test('overlap: named, never a stop', () => {
    const overlaps = [{ what: 'counselling', sameChild: false, day: '2008-03-01', to: '/orders/9' }];
    expect(verdicts({ overlaps }).overlap).toBe('warn');
  });

  test('privacy: a child’s name in a line stops it and offers the line without (BR-43)', () => {
    const [part] = identifyingParts('Callum’s memory box kit', { names: ['Callum Birchall'], postcodes: [] });
    expect(part).toBeDefined();
    if (!part) return;
    const gate = judge({ ...good, identifying: [{ lineNo: 3, where: 'Line 3', part }] }).find(
      (each) => each.id === 'privacy',
    );
    expect(gate?.verdict).toBe('stop');
    expect(gate?.fix?.label).toBe('Change it to “Memory box kit”');
  });
});
