import { describe, expect, it } from 'vitest';
import { agencies } from '#shared/codes/agencies.ts';
import { closureGroups, closureReasons } from '#shared/codes/closureReasons.ts';
import { conclusions } from '#shared/codes/conclusions.ts';
import { contactSources } from '#shared/codes/contactSources.ts';
import { disabilities, disabilitiesAgree, disabledAnswers } from '#shared/codes/disability.ts';
import { ecmAims, ecmOutcomes, outcomeOfAim } from '#shared/codes/ecm.ts';
import { elementDomains, elements } from '#shared/codes/elements.ts';
import { ethnicities, ethnicityGroups } from '#shared/codes/ethnicity.ts';
import { levelLabel, levelLabelSets, levels } from '#shared/codes/levels.ts';
import { isCodeIn, labelIn, type Code } from '#shared/codes/list.ts';
import { paymentRoutes } from '#shared/codes/paymentRoutes.ts';
import { commissioningTypes, purchaseCategories } from '#shared/codes/purchaseCategories.ts';
import { sexes } from '#shared/codes/sex.ts';
import { supportingFamiliesOutcomes } from '#shared/codes/supportingFamilies.ts';
import { unitFor, units } from '#shared/codes/units.ts';
import { upnUnknownReasons } from '#shared/codes/upnUnknown.ts';
import { valueBandOf, valueBands } from '#shared/codes/valueBands.ts';

const lists: [string, readonly Code[], number][] = [
  ['agencies', agencies, 27],
  ['closureGroups', closureGroups, 5],
  ['closureReasons', closureReasons, 10],
  ['commissioningTypes', commissioningTypes, 3],
  ['conclusions', conclusions, 5],
  ['contactSources', contactSources, 22],
  ['disabilities', disabilities, 13],
  ['disabledAnswers', disabledAnswers, 3],
  ['ecmOutcomes', ecmOutcomes, 5],
  ['ecmAims', ecmAims, 30],
  ['elementDomains', elementDomains, 3],
  ['elements', elements, 19],
  ['ethnicities', ethnicities, 20],
  ['ethnicityGroups', ethnicityGroups, 7],
  ['levels', levels, 4],
  ['levelLabelSets', levelLabelSets, 4],
  ['paymentRoutes', paymentRoutes, 7],
  ['purchaseCategories', purchaseCategories, 15],
  ['sexes', sexes, 4],
  ['supportingFamiliesOutcomes', supportingFamiliesOutcomes, 10],
  ['units', units, 9],
  ['upnUnknownReasons', upnUnknownReasons, 7],
  ['valueBands', valueBands, 7],
];

describe('every list', () => {
  it.each(lists)('%s has its codes once and a label for each', (_name, list, length) => {
    expect(list).toHaveLength(length);
    expect(new Set(list.map((entry) => entry.code)).size).toBe(length);
    expect(list.every((entry) => entry.label.trim() !== '')).toBe(true);
  });
});

describe('what lists map to', () => {
  it('rolls ethnicities up as returns count them', () => {
    const sizes = ethnicityGroups.map(
      (group) => ethnicities.filter((entry) => entry.group === group.code).length,
    );
    expect(sizes).toEqual([5, 4, 4, 3, 1, 1, 2]);
    expect(ethnicities.map((entry) => entry.annexA).join('')).toBe('abcdefghijklmnopqrst');
    expect(ethnicities.filter((entry) => entry.specify).map((entry) => entry.code)).toEqual([
      'WOTH',
      'MOTH',
      'AOTH',
      'BOTH',
      'OOTH',
    ]);
  });

  it('knows an aim’s outcome', () => {
    for (const outcome of ecmOutcomes)
      for (const aim of outcome.aims) expect(outcomeOfAim(aim.code)).toBe(outcome.code);
  });

  it('leaves only errors out of the counts of closures', () => {
    expect(closureReasons.filter((reason) => reason.group === null).map((reason) => reason.code)).toEqual([
      'ER',
    ]);
  });

  it('has twelve, three and four elements in the domains', () => {
    expect(
      elementDomains.map((domain) => elements.filter((element) => element.domain === domain.code).length),
    ).toEqual([12, 3, 4]);
    expect(
      elements.every((element) => element.code.startsWith(element.domain) && element.prompts.length >= 3),
    ).toBe(true);
  });
});

describe('valueBandOf', () => {
  it.each([
    [0, 'B1'],
    [150, 'B1'],
    [999, 'B1'],
    [1_000, 'B2'],
    [4_999, 'B2'],
    [5_000, 'B3'],
    [9_999, 'B3'],
    [10_000, 'B4'],
    [24_999, 'B4'],
    [25_000, 'B5'],
    [50_000, 'B6'],
    [99_999, 'B6'],
    [100_000, 'B7'],
    [-500, 'B1'],
  ])('%i pence is in %s', (pence, band) => expect(valueBandOf(pence)).toBe(band));
});

describe('small rules', () => {
  it('lets no disability stand beside another', () => {
    expect(disabilitiesAgree(['NONE'])).toBe(true);
    expect(disabilitiesAgree(['NONE', 'AUT'])).toBe(false);
    expect(disabilitiesAgree(['AUT', 'LD'])).toBe(true);
    expect(disabilitiesAgree(['AUT', 'AUT'])).toBe(false);
    expect(disabilitiesAgree([])).toBe(true);
  });
  it('finds labels and tells codes from other text', () => {
    expect(labelIn(purchaseCategories, 'CNS')).toBe('Counselling, therapy');
    expect(labelIn(purchaseCategories, 'GONE')).toBe('GONE');
    expect(isCodeIn(ethnicities, 'CHNE')).toBe(true);
    expect(isCodeIn(ethnicities, 'CNHE')).toBe(false);
  });
  it('writes levels and units as people do', () => {
    expect(levelLabel(3)).toBe('Level 3, Integrated');
    expect(unitFor('session', 1000)).toBe('session');
    expect(unitFor('session', 10_000)).toBe('sessions');
    expect(unitFor('hour', 500)).toBe('hours');
    expect(unitFor('bag', 2000)).toBe('bag');
  });
});
