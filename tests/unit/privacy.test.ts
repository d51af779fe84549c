import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyingParts, withoutNames, type KnownIdentity } from '#shared/domain/privacy.ts';

const known: KnownIdentity = {
  names: ['Callum Birchall', 'Siân Birchall-O’Neill', 'Rose Birchall', 'Will Ng', 'Cal'],
  postcodes: ['ZZ9 4QX'],
  dob: '2000-03-14',
  schools: ['Larkfield Primary School'],
};

function verdicts(text: string, of: KnownIdentity = known): string[] {
  return identifyingParts(text, of).map((part) => `${part.verdict} ${part.text}`);
}

describe('names', () => {
  it.each([
    ['Callum’s memory box kit', ['stop Callum’s']],
    ["callum's memory box kit", ["stop callum's"]],
    ['Callums memory box kit', ['stop Callums']],
    ['Shoes for CALLUM, size 3', ['stop CALLUM']],
    ['Bed for Callum Birchall', ['stop Callum', 'stop Birchall']],
    ['Taxi for Sian', ['stop Sian']],
    ['Taxi for Ms O’Neill', ['stop O’Neill']],
    ['Taxi for Ms ONeill', ['stop ONeill']],
    ['Birchall-Smith travel', ['stop Birchall']],
    ['Cal’s football boots', ['stop Cal’s']],
    ['Bunk bed, pine', []],
    ['Calculator', []],
    ['Scalloped edge mirror', []],
    ['Local calendar', []],
  ])('%s', (text, found) => expect(verdicts(text)).toEqual(found));

  it.each([
    ['Plant pot with rose pattern', []],
    ['Delivery will be on Tuesday', []],
    ['Dress for Rose', ['stop Rose']],
    ['rose’s dress', ['stop rose’s']],
    ['Rose-tinted mirror', ['warn Rose']],
    ['Will need two people to lift', ['warn Will']],
    ['rose birchall dress', ['stop rose', 'stop birchall']],
    ['Lamp. Will call first', ['warn Will']],
  ])('a name that is a word: %s', (text, found) => expect(verdicts(text)).toEqual(found));

  it.each([
    ['Shoes for C.B.', ['stop C.B.']],
    ['Shoes for C B', ['stop C B']],
    ['CB shoes', ['stop CB']],
    ['Shoes for J.T.', ['warn J.T.']],
    ['TV stand', []],
    ['USB stick', []],
  ])('initials: %s', (text, found) => expect(verdicts(text)).toEqual(found));

  it('points at the place in the text and says why without a name', () => {
    const text = 'A kit for Callum, blue';
    const [part] = identifyingParts(text, known);
    expect(part && text.slice(part.start, part.end)).toBe('Callum');
    expect(part?.suggestion).toBe('A kit, blue');
    expect(part?.why).not.toMatch(/callum/i);
  });

  it('never lets a family name through, wherever it stands', () => {
    const word = fc.constantFrom('bed', 'for', 'kit', 'The', 'two', 'red,', '(new)', 'size', '3', '-', 'and');
    const name = fc.constantFrom('Callum', 'callum’s', 'BIRCHALL', "Siân's", 'sian', 'O’Neill');
    fc.assert(
      fc.property(fc.array(word), name, fc.array(word), (before, found, after) => {
        const text = [...before, found, ...after].join(' ');
        expect(verdicts(text)).toContain(`stop ${found}`);
        const rest = withoutNames(text, known);
        expect(verdicts(rest).filter((verdict) => verdict.startsWith('stop'))).toEqual([]);
        expect(rest).toBe(rest.trim());
      }),
    );
  });
});

describe('dates, places and numbers', () => {
  it.each([
    ['Party 14/3/2000', 'stop 14/3/2000', /date of birth/],
    ['Party 14 March 2000', 'stop 14 March 2000', /date of birth/],
    ['Cake for 14 March', 'stop 14 March', /day and month/],
    ['Sessions from 3 Nov 2008', 'stop 3 Nov 2008', /date/],
    ['Due 2008-11-03', 'stop 2008-11-03', /date/],
    ['Deliver to ZZ9 4QX', 'stop ZZ9 4QX', /household/],
    ['Deliver to zz94qx', 'stop zz94qx', /household/],
    ['Deliver to SW2 1AA', 'stop SW2 1AA', /postcode/],
    ['Pupil H801200001001', 'stop H801200001001', /pupil number/],
    ['Patient 943 476 5919', 'stop 943 476 5919', /NHS number/],
    ['Trip with Larkfield Primary School', 'stop Larkfield Primary School', /school/],
    ['Larkfield jumper', 'warn Larkfield', /school/],
    ['Send to 12 Albert Road', 'warn 12 Albert Road', /address/],
    ['Ring 020 7946 0123', 'warn 020 7946 0123', /telephone/],
    ['Write to a@b.example', 'warn a@b.example', /email/],
    ['Bike for an 8 year old', 'warn 8 year old', /age/],
  ])('%s', (text, found, why) => {
    expect(verdicts(text)).toEqual([found]);
    expect(identifyingParts(text, known)[0]?.why).toMatch(why);
  });

  it.each([
    'Stair gate 75 cm',
    'Sheet, A4 2mm',
    'Ream of A4',
    '10 sessions at 45.00',
    'Part 9434765918',
    '30/2/2008 mm',
    'Size 14/16',
    'Item SFC-K2',
  ])('leaves %s alone', (text) => expect(verdicts(text)).toEqual([]));
});

describe('telling words', () => {
  it.each([
    ['Autism support group', ['warn Autism']],
    ['Counselling after domestic violence', ['warn domestic violence']],
    ['Self-harm workshop', ['warn Self-harm']],
    ['Course on neglect', ['warn neglect']],
    ['Counselling session, 50 minutes', []],
    ['Drugstore cowboy poster', []],
    ['Café voucher', []],
  ])('%s', (text, found) => expect(verdicts(text)).toEqual(found));
});

describe('withoutNames', () => {
  it.each([
    ["Callum's memory box kit", 'Memory box kit'],
    ['Memory box for Callum', 'Memory box'],
    ['Shoes for Callum and Sian', 'Shoes'],
    ['Shoes for Callum, size 3', 'Shoes, size 3'],
    ['Shoes (Callum)', 'Shoes'],
    ['Callum and Siân’s swimming lessons', 'Swimming lessons'],
    ['For Callum: swimming', 'Swimming'],
    ['Callum Birchall', ''],
    ['Bunk bed', 'Bunk bed'],
    ['Bunk bed - Callum', 'Bunk bed'],
    ['Rose’s dress', 'Dress'],
    ['Birthday cake, Callum, 14/3/2000', 'Birthday cake'],
  ])('%s becomes %j', (text, rest) => expect(withoutNames(text, known)).toBe(rest));
});

it('finds nothing of an empty text or with nothing known', () => {
  expect(identifyingParts('', known)).toEqual([]);
  expect(verdicts('Bed for Callum', { names: [], postcodes: [] })).toEqual([]);
  expect(verdicts('Bed for baby', { names: ['Unborn baby of Dana'], postcodes: [], dob: null })).toEqual([]);
});

it('keeps its parts apart and in order for any text', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('Callum', '14/3/2000', 'ZZ9 4QX', 'C.B.', 'autism', 'Rose', 'Larkfield Primary School'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join(' ');
      let end = 0;
      for (const part of identifyingParts(text, known)) {
        expect(part.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(part.start, part.end)).toBe(part.text);
        ({ end } = part);
      }
    }),
  );
});
