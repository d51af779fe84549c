import { describe, expect, it } from 'vitest';
import {
  canMove,
  isCafState,
  isOpenCaf,
  lifecycles,
  mayReopen,
  spendingCafStates,
  stateLabel,
} from '#shared/domain/lifecycle.ts';

function reached(table: Readonly<Record<string, { to: readonly string[] }>>, from: string): Set<string> {
  const seen = new Set([from]);
  for (const state of seen) for (const next of table[state]?.to ?? []) seen.add(next);
  return seen;
}

describe('every life-cycle', () => {
  it.each([
    ['caf', 'enquiry'],
    ['order', 'draft'],
    ['provider', 'prospective'],
  ] as const)(
    '%s: every state can be reached from %s, has a word, and never moves to itself',
    (kind, first) => {
      const table: Readonly<Record<string, { label: string; to: readonly string[] }>> = lifecycles[kind];
      expect([...reached(table, first)].sort()).toEqual(Object.keys(table).sort());
      for (const [state, { label, to }] of Object.entries(table)) {
        expect(label).not.toBe('');
        expect(to).not.toContain(state);
        expect(new Set(to).size).toBe(to.length);
      }
    },
  );
});

describe('a CAF', () => {
  it('goes the whole way', () => {
    const way = [
      'enquiry',
      'pre_caf',
      'offered',
      'consented',
      'in_assessment',
      'completed',
      'tac_pending',
      'tac_active',
      'review_due',
      'tac_active',
      'closing',
      'closed',
    ] as const;
    way.slice(1).forEach((to, i) => expect(canMove('caf', way[i]!, to)).toBe(true));
  });

  it('cannot skip consent, nor come back from a declined offer', () => {
    expect(canMove('caf', 'offered', 'in_assessment')).toBe(false);
    expect(canMove('caf', 'enquiry', 'tac_active')).toBe(false);
    expect(canMove('caf', 'declined', 'consented')).toBe(false);
  });

  it('can be stepped up, closed or left by withdrawn consent from any state with consent, and step-up can come back', () => {
    for (const state of [
      'consented',
      'in_assessment',
      'completed',
      'single_agency',
      'tac_pending',
      'tac_active',
      'review_due',
    ] as const) {
      expect(canMove('caf', state, 'stepping_up')).toBe(true);
      expect(canMove('caf', 'stepping_up', state)).toBe(true);
      expect(canMove('caf', state, 'consent_withdrawn')).toBe(true);
    }
    expect(canMove('caf', 'consent_withdrawn', 'tac_active')).toBe(false);
  });

  it('is open until declined or closed, and money is for open ones', () => {
    expect(isOpenCaf('closing')).toBe(true);
    expect(isOpenCaf('closed')).toBe(false);
    expect(isOpenCaf('declined')).toBe(false);
    expect(spendingCafStates.every(isOpenCaf)).toBe(true);
    expect(spendingCafStates).not.toContain('consent_withdrawn');
  });

  it('opens again within 30 days only', () => {
    expect(mayReopen('2008-09-14', '2008-10-14')).toBe(true);
    expect(mayReopen('2008-09-13', '2008-10-14')).toBe(false);
    expect(mayReopen('2008-10-15', '2008-10-14')).toBe(false);
  });
});

describe('an order', () => {
  it('is issued only when approved', () => {
    expect(canMove('order', 'approved', 'issued')).toBe(true);
    expect(canMove('order', 'submitted', 'issued')).toBe(false);
    expect(canMove('order', 'draft', 'approved')).toBe(false);
  });
  it('is not cancelled whole once something came', () => {
    expect(canMove('order', 'issued', 'cancelled')).toBe(true);
    expect(canMove('order', 'part_received', 'cancelled')).toBe(false);
    expect(canMove('order', 'part_received', 'part_cancelled')).toBe(true);
  });
});

describe('a provider', () => {
  it('is checked before it is approved', () => {
    expect(canMove('provider', 'prospective', 'approved')).toBe(false);
    expect(canMove('provider', 'checking', 'approved')).toBe(true);
    expect(canMove('provider', 'ended', 'approved')).toBe(false);
  });
});

it('has words for states, and knows a CAF’s', () => {
  expect(stateLabel('caf', 'tac_active')).toBe('Plan live');
  expect(stateLabel('order', 'somewhere')).toBe('somewhere');
  expect(isCafState('review_due')).toBe(true);
  expect(isCafState('toString')).toBe(false);
});
