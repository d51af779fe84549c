import { describe, expect, test } from 'vitest';
import { type ProviderCheckFacts, providerChecks } from '#shared/domain/providerChecks.ts';

const TODAY = '2008-10-14';
const none: ProviderCheckFacts = {
  contactWithChildren: false,
  safeguardingExpiresOn: null,
  dataNoteOn: null,
  insuranceExpiresOn: null,
};
const verdicts = (facts: Partial<ProviderCheckFacts>) =>
  providerChecks({ ...none, ...facts }, TODAY).map((check) => check.verdict);

describe('a provider’s checks', () => {
  test('one that never meets children needs none', () => {
    expect(verdicts({})).toEqual(['pass', 'pass']);
    expect(verdicts({ safeguardingExpiresOn: '2007-01-01' })).toEqual(['pass', 'pass']);
    expect(providerChecks(none, TODAY)[0]).toMatchObject({ id: 'contact', field: 'contactWithChildren' });
  });

  test('one that meets children needs a safeguarding check in date and a data-sharing note', () => {
    const children = { contactWithChildren: true };
    expect(verdicts(children)).toEqual(['stop', 'stop', 'pass']);
    const noted = { ...children, dataNoteOn: TODAY };
    expect(verdicts({ ...noted, safeguardingExpiresOn: '2008-10-13' })).toEqual(['stop', 'pass', 'pass']);
    expect(verdicts({ ...noted, safeguardingExpiresOn: TODAY })).toEqual(['warn', 'pass', 'pass']);
    expect(verdicts({ ...noted, safeguardingExpiresOn: '2008-12-13' })).toEqual(['warn', 'pass', 'pass']);
    expect(verdicts({ ...noted, safeguardingExpiresOn: '2008-12-14' })).toEqual(['pass', 'pass', 'pass']);
    expect(verdicts({ ...children, safeguardingExpiresOn: '2010-01-01', dataNoteOn: '2008-10-15' })).toEqual([
      'pass',
      'stop',
      'pass',
    ]);
  });

  test('insurance that has run out stops anyone, and one that soon will is said', () => {
    expect(verdicts({ insuranceExpiresOn: '2008-10-13' })).toEqual(['pass', 'stop']);
    expect(verdicts({ insuranceExpiresOn: '2008-11-01' })).toEqual(['pass', 'warn']);
    expect(verdicts({ insuranceExpiresOn: '2009-11-01' })).toEqual(['pass', 'pass']);
  });

  test('what is wrong says since when', () => {
    const [check] = providerChecks(
      { ...none, contactWithChildren: true, safeguardingExpiresOn: '2008-09-30' },
      TODAY,
    );
    expect(check).toMatchObject({
      sentence: 'Its safeguarding check ran out on 30 Sep 2008.',
      field: 'safeguardingExpiresOn',
    });
  });
});
