import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displaySupplier,
  isPostcode,
  matchChildren,
  normaliseName,
  normalisePostcode,
  soundKeys,
  supplierKey,
  type ChildCandidate,
} from '#shared/domain/names.ts';

function child(name: string, more: Partial<ChildCandidate> = {}): ChildCandidate {
  const [givenNames = '', familyName = ''] = name.split(' ');
  return { givenNames, familyName, akaNames: [], dob: null, expectedOn: null, postcode: null, ...more };
}

const callum = child('Callum Barlow', {
  dob: '2000-03-04',
  postcode: 'ZZ9 4QX',
  akaNames: ['Cal', 'Callum Whitlock'],
});
const others = [child('Priya Nadkarni', { dob: '1999-11-20' }), child('Ewan Barlow', { dob: '2003-06-01' })];
const office = [...others, callum];

function why(name: string, dob: string | null = null, postcode: string | null = null): string[] | undefined {
  return matchChildren({ name, dob, expectedOn: null, postcode }, office).find(
    (match) => match.candidate === callum,
  )?.why;
}

describe('normaliseName', () => {
  it.each([
    ['  O’Brien ', 'obrien'],
    ["O'Brien", 'obrien'],
    ['Zoë', 'zoe'],
    ['Anne-Marie  Łukasz', 'anne marie lukasz'],
    ['', ''],
  ])('%j compares as %j', (name, normal) => expect(normaliseName(name)).toBe(normal));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      }),
    );
  });
});

describe('soundKeys', () => {
  it.each([
    ['Callum', 'Kallum'],
    ['Stephen', 'Steven'],
    ['Mohammed', 'Muhammad'],
    ['Siobhan', 'Shivaun'],
    ['Niamh', 'Neve'],
    ['Lee', 'Leigh'],
    ['Smith', 'Smyth'],
  ])('%s and %s share a key', (a, b) => {
    const keys = soundKeys(b);
    expect(soundKeys(a).some((key) => keys.includes(key))).toBe(true);
  });
  it('keeps unlike names apart', () => {
    const keys = soundKeys('Priya');
    expect(soundKeys('Callum').some((key) => keys.includes(key))).toBe(false);
  });
});

describe('matchChildren', () => {
  it.each([
    ['Callum Barlow', 'Same name'],
    ['barlow callum', 'Same name'],
    ['Kalum Barlowe', 'Name sounds like it'],
    ['Callu Barl', 'Name begins the same'],
    ['Callum Barliw', 'Name sounds like it'],
    ['Callun Barlow', 'Name is one letter different'],
    ['Callum Whitlock', 'Known as Callum Whitlock'],
    ['Cal Whitlock', 'Known as Callum Whitlock'],
    ['Barlow', 'Same name'],
  ])('%s: %s', (name, reason) => expect(why(name)).toEqual([reason]));

  it('gives each reason about the date of birth', () => {
    expect(why('Callum Barlow', '2000-03-04')).toEqual(['Same name', 'Same date of birth']);
    expect(why('Callum Barlow', '2000-04-03')).toEqual([
      'Same name',
      'Date of birth has day and month swapped (4 Mar 2000)',
    ]);
    expect(why('Callum Barlow', '2000-03-06')).toEqual([
      'Same name',
      'Date of birth is 2 days away (4 Mar 2000)',
    ]);
    expect(why('Callum Barlow', '2001-03-04')).toEqual([
      'Same name',
      'Date of birth differs by one figure (4 Mar 2000)',
    ]);
    expect(why('Callum Barlow', '1995-12-12')).toEqual(['Same name']);
  });

  it('finds a child by date of birth or postcode when the name has changed', () => {
    expect(why('Wren Oakshott', '2000-03-04')).toEqual(['Same date of birth']);
    expect(why('', null, 'zz94qx')).toEqual(['Same postcode']);
    expect(why('Callum Oakshott', null, 'ZZ9 4QX')).toEqual(['Part of the name matches', 'Same postcode']);
    expect(why('Wren Oakshott', null, 'ZZ9 4QX')).toBeUndefined();
  });

  it('leaves out those with half a name alike and nothing else', () => {
    expect(why('Wren Barlow')).toBeUndefined();
    expect(matchChildren({ name: '', dob: null, expectedOn: null, postcode: null }, office)).toEqual([]);
  });

  it('puts the likeliest first', () => {
    const twins = [child('Kallum Barlow', { dob: '2000-03-04' }), callum, child('Callum Barlow')];
    const found = matchChildren(
      { name: 'Callum Barlow', dob: '2000-03-04', expectedOn: null, postcode: 'ZZ9 4QX' },
      twins,
    );
    expect(found.map((match) => twins.indexOf(match.candidate))).toEqual([1, 0, 2]);
  });

  it('always finds a child under the very same details', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
    fc.assert(
      fc.property(name, name, (given, family) => {
        const held = child(`${given} ${family}`);
        const [first] = matchChildren(
          { name: `${family}, ${given}`, dob: null, expectedOn: null, postcode: null },
          [held],
        );
        expect(first?.why).toEqual(['Same name']);
        expect(first?.score).toBe(60);
      }),
    );
  });
});

describe('postcodes', () => {
  it.each([
    ['sw21aa', 'SW2 1AA'],
    [' SW2  1AA ', 'SW2 1AA'],
    ['ec1a1bb', 'EC1A 1BB'],
    ['m1 1ae', 'M1 1AE'],
    ['B33 8TH', 'B33 8TH'],
    ['w1a 0ax', 'W1A 0AX'],
    ['cr26xh', 'CR2 6XH'],
    ['gir0aa', 'GIR 0AA'],
  ])('%j is %s', (text, normal) => {
    expect(isPostcode(text)).toBe(true);
    expect(normalisePostcode(text)).toBe(normal);
  });
  it.each(['', 'SW2', '12345', 'SW2 AAA', 'SW2 1A', 'QQ1 1AA1', 'Brixton', 'SW2 1CC', 'SW2/1AA'])(
    '%j is none',
    (text) => expect(isPostcode(text)).toBe(false),
  );
});

describe('suppliers', () => {
  it.each([
    ['Sherwood Cars Ltd.', 'SHERWOOD CARS LIMITED'],
    ['Breyer Group Plc', 'Breyer Group'],
    ['Turner & Townsend Ltd', 'Turner and Townsend Limited† '],
    ["The Prince's Trust", 'Princes Trust'],
    ['A A GuestHouses', 'AA Guest Houses'],
    ['E.On Energy', 'EON Energy'],
    ['Allied Healthcare (Uk) Ltd', 'Allied Healthcare UK Ltd'],
    ['Oakmead Electrical Co', 'Oakmead Electrical Company Ltd'],
  ])('%s and %s share a key', (a, b) => expect(supplierKey(a)).toBe(supplierKey(b)));

  it.each([
    ['Isp Maidstone', 'Integrated Services Programme'],
    ['Hi Life Properties Ltd', 'Hillcrest Care Ltd'],
    ['St Michaels Fellowship', 'St Christophers Fellowship'],
    ['Plus One (South West) Ltd', 'Plus One Ltd'],
  ])('%s and %s do not', (a, b) => expect(supplierKey(a)).not.toBe(supplierKey(b)));

  it('never empties a name that is only a legal form', () => {
    expect(supplierKey('Limited')).toBe('limited');
    expect(supplierKey('The')).toBe('the');
    expect(supplierKey('†')).toBe('');
  });

  it('shows a name clean, and cleaning twice changes nothing', () => {
    expect(displaySupplier('  Sherwood††Cars   Ltd. ')).toBe('Sherwood Cars Ltd');
    expect(displaySupplier("L'Ouverture Trust Limited†")).toBe("L'Ouverture Trust Limited");
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(displaySupplier(displaySupplier(name))).toBe(displaySupplier(name));
        expect(supplierKey(displaySupplier(name))).toBe(supplierKey(name));
      }),
    );
  });
});
