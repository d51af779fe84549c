/** The groups that returns add up ethnicities into (CL-02). A table, not a rule, since publications differ. */
export const ethnicityGroups = [
  { code: 'WHITE', label: 'White' },
  { code: 'MIXED', label: 'Mixed' },
  { code: 'ASIAN', label: 'Asian or Asian British' },
  { code: 'BLACK', label: 'Black or Black British' },
  { code: 'CHINESE', label: 'Chinese' },
  { code: 'OTHER', label: 'Other' },
  { code: 'NOT_KNOWN', label: 'Not known' },
] as const;

/**
 * Ethnicity (CL-02): always said by the child, parent or carer, never guessed. `specify` asks for the words; `annexA` is the letter of
 * the Annex A list. REFU and NOBT are two answers, both "not given" on the paper form.
 */
export const ethnicities = [
  { code: 'WBRI', label: 'White British', group: 'WHITE', annexA: 'a', specify: false },
  { code: 'WIRI', label: 'White Irish', group: 'WHITE', annexA: 'b', specify: false },
  { code: 'WIRT', label: 'Traveller of Irish heritage', group: 'WHITE', annexA: 'c', specify: false },
  { code: 'WOTH', label: 'Any other White background', group: 'WHITE', annexA: 'd', specify: true },
  { code: 'WROM', label: 'Gypsy/Roma', group: 'WHITE', annexA: 'e', specify: false },
  { code: 'MWBC', label: 'White and Black Caribbean', group: 'MIXED', annexA: 'f', specify: false },
  { code: 'MWBA', label: 'White and Black African', group: 'MIXED', annexA: 'g', specify: false },
  { code: 'MWAS', label: 'White and Asian', group: 'MIXED', annexA: 'h', specify: false },
  { code: 'MOTH', label: 'Any other Mixed background', group: 'MIXED', annexA: 'i', specify: true },
  { code: 'AIND', label: 'Indian', group: 'ASIAN', annexA: 'j', specify: false },
  { code: 'APKN', label: 'Pakistani', group: 'ASIAN', annexA: 'k', specify: false },
  { code: 'ABAN', label: 'Bangladeshi', group: 'ASIAN', annexA: 'l', specify: false },
  { code: 'AOTH', label: 'Any other Asian background', group: 'ASIAN', annexA: 'm', specify: true },
  { code: 'BCRB', label: 'Caribbean', group: 'BLACK', annexA: 'n', specify: false },
  { code: 'BAFR', label: 'African', group: 'BLACK', annexA: 'o', specify: false },
  { code: 'BOTH', label: 'Any other Black background', group: 'BLACK', annexA: 'p', specify: true },
  { code: 'CHNE', label: 'Chinese', group: 'CHINESE', annexA: 'q', specify: false },
  { code: 'OOTH', label: 'Any other ethnic group', group: 'OTHER', annexA: 'r', specify: true },
  { code: 'REFU', label: 'Refused', group: 'NOT_KNOWN', annexA: 's', specify: false },
  { code: 'NOBT', label: 'Information not yet obtained', group: 'NOT_KNOWN', annexA: 't', specify: false },
] as const;
