import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageLimit, type ChildFacts, childProblems, isCafOfMother } from '#shared/domain/child.ts';
import { likeness } from '#shared/domain/duplicates.ts';
import { isDay } from '#shared/domain/dates.ts';
import { isUpn } from '#shared/domain/identifiers.ts';
import { episodeOrder, mergeGroups, mergeValues, unmergeValues } from '#shared/domain/merge.ts';
import { matchChildren } from '#shared/domain/names.ts';

const today = '2008-10-14';
const child: ChildFacts = {
  dob: '2000-05-03',
  expectedOn: null,
  dobEstimated: false,
  postcode: 'MF1 4QT',
  email: '',
  nhsNumber: '',
  upn: '',
  upnUnknown: '',
  ethnicity: 'NOBT',
  ethnicityOther: '',
  interpreterNeeded: 'NK',
  interpreterArranged: false,
  disabled: 'NK',
  disabilities: [],
  lookedAfter: 'NK',
  lookedAfterFrom: null,
  lookedAfterTo: null,
  expectingOn: null,
  diedOn: null,
};
const fields = (more: Partial<ChildFacts>) =>
  childProblems({ ...child, ...more }, today).map((problem) => problem.field);

describe('childProblems', () => {
  it('finds nothing in a child that agrees', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ dob: '2000-05-15', dobEstimated: true })).toEqual([]);
    expect(fields({ disabled: 'N', disabilities: ['NONE'] })).toEqual([]);
    expect(fields({ lookedAfter: 'N', lookedAfterFrom: '2007-01-01', lookedAfterTo: '2008-01-01' })).toEqual(
      [],
    );
    expect(fields({ ethnicity: 'OOTH', ethnicityOther: 'Kurdish' })).toEqual([]);
  });
  it('names every field that cannot stand, all at once', () => {
    expect(fields({ dob: null, postcode: 'x', nhsNumber: '1', disabilities: ['NONE', 'LD'] })).toEqual([
      'dob',
      'postcode',
      'nhsNumber',
      'disabilities',
    ]);
    expect(fields({ expectedOn: '2008-12-01' })).toEqual(['expectedOn']);
    expect(fields({ dob: null, expectedOn: '2010-01-01' })).toEqual(['expectedOn']);
    expect(fields({ dob: null, expectedOn: '2008-12-01', expectingOn: '2008-12-01' })).toEqual([
      'expectingOn',
    ]);
    expect(fields({ lookedAfterFrom: '2008-01-01' })).toEqual(['lookedAfter']);
  });
  it('takes an estimated birth on the 15th only, whatever the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const dob = `2001-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(fields({ dob, dobEstimated: true }).length).toBe(day === 15 ? 0 : 1);
      }),
    );
  });
});

it('BR-16 draws the line at 18 and at 24', () => {
  const at = (dob: string, more: object = {}) =>
    ageLimit({ dob, disabled: 'NK', senStatus: 'NK', disabilities: [], ...more }, today);
  expect(at('1990-10-15')).toBe('within');
  expect(at('1990-10-14')).toBe('warn');
  expect(at('1990-10-14', { disabilities: ['LD'] })).toBe('extended');
  expect(at('1990-10-14', { senStatus: 'S' })).toBe('extended');
  expect(at('1984-10-14', { disabled: 'Y' })).toBe('extended');
  expect(at('1983-10-14', { disabled: 'Y' })).toBe('over');
});

it('BR-13 the CAF is the mother’s while she is under 18', () => {
  expect(isCafOfMother({ expectedOn: '2008-12-01' }, '1990-10-15', today)).toBe(true);
  expect(isCafOfMother({ expectedOn: '2008-12-01' }, '1990-10-14', today)).toBe(false);
  expect(isCafOfMother({ expectedOn: '2008-12-01' }, null, today)).toBe(false);
  expect(isCafOfMother({ expectedOn: null }, '1992-01-01', today)).toBe(false);
});

it('a pupil number has exactly one check letter', () => {
  const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'.split('');
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (digits) => {
      expect(letters.filter((letter) => isUpn(`${letter}${digits}`))).toHaveLength(1);
    }),
  );
});

describe('searching', () => {
  const held = { givenNames: 'Callum', familyName: 'Barlow', akaNames: [], expectedOn: null, postcode: null };
  it('finds every birth whose day and month were swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const found = matchChildren(
          { name: 'Kallum', dob: `2000-${two(month)}-${two(day)}`, expectedOn: null, postcode: null },
          [{ ...held, dob: `2000-${two(day)}-${two(month)}` }],
        );
        expect(found).toHaveLength(1);
        expect(found[0]?.dated).toBe(true);
      }),
    );
  });
  it('says of twins and of brothers that they are not one child, and of a birth that it may be', () => {
    const one = { ...held, dob: '2000-03-04', postcode: 'ZZ9 4QX', nhsNumber: '', upn: '' };
    expect(likeness(one, { ...one, givenNames: 'Ellie' })).toBeNull();
    expect(likeness(one, { ...one, dob: '1997-06-20' })).toBeNull();
    expect(likeness(one, { ...one, givenNames: 'Kallum', dob: '2000-04-03' })?.why).toContain(
      'Same postcode',
    );
    const unborn = {
      ...one,
      givenNames: 'Unborn baby',
      familyName: 'of Tara Kaye',
      dob: null,
      expectedOn: '2000-03-01',
    };
    expect(likeness(one, unborn)?.why).toContain('Expected about then (1 Mar 2000)');
  });
});

describe('merging', () => {
  const text = fc.constantFrom('', 'One', 'Two');
  const values = fc.record({
    givenNames: fc.constantFrom('Ann', 'Anne'),
    familyName: fc.constantFrom('Lee', 'Leigh'),
    knownAs: fc.constantFrom('', 'Annie', 'Annie, Nan'),
    sex: fc.constantFrom('F', 'U'),
    dob: fc.constantFrom('2000-01-01', null),
    expectedOn: fc.constant(null),
    dobEstimated: fc.boolean(),
    address: text,
    postcode: text,
    addressRestricted: fc.boolean(),
    phone: text,
    school: text,
    disabilities: fc.constantFrom<string[]>([], ['LD']),
    disabled: fc.constantFrom('NK', 'Y'),
  });
  const choices = fc.dictionary(
    fc.constantFrom(...mergeGroups.map((group) => group.field)),
    fc.constantFrom('kept' as const, 'gone' as const),
  );

  it('and putting apart again is the identity', () => {
    fc.assert(
      fc.property(values, values, choices, (kept, gone, chosen) => {
        const after = mergeValues(kept, gone, chosen);
        expect(unmergeValues(after, kept, after)).toEqual(kept);
      }),
    );
  });
  it('keeps what somebody wrote since', () => {
    fc.assert(
      fc.property(values, values, text, (kept, gone, phone) => {
        const after = mergeValues(kept, gone, {});
        const now = { ...after, phone };
        expect(unmergeValues(now, kept, after).phone).toBe(phone === after.phone ? kept.phone : phone);
      }),
    );
  });
  it('loses no name, and never unhides an address', () => {
    fc.assert(
      fc.property(values, values, choices, (kept, gone, chosen) => {
        const one = mergeValues(kept, gone, chosen);
        const names = `${one.givenNames} ${one.familyName}, ${one.knownAs}`;
        for (const each of [kept, gone])
          expect(names.toLowerCase()).toContain(`${each.givenNames} ${each.familyName}`.toLowerCase());
        expect(one.addressRestricted).toBe(kept.addressRestricted || gone.addressRestricted);
      }),
    );
  });
  it('numbers episodes by their days, an open one last', () => {
    const day = fc.constantFrom('2007-01-01', '2007-06-01', '2008-01-01').filter((text_) => isDay(text_));
    const episode = fc.record({ id: fc.nat(99), startOn: day, closedOn: fc.option(day) });
    fc.assert(
      fc.property(fc.array(episode), (episodes) => {
        const ordered = episodeOrder(episodes);
        const firstOpen = ordered.findIndex((each) => each.closedOn === null);
        if (firstOpen >= 0)
          expect(ordered.slice(firstOpen).every((each) => each.closedOn === null)).toBe(true);
        expect(ordered).toHaveLength(episodes.length);
      }),
    );
  });
});
