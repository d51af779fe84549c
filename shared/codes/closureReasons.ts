/** How returns group closures. */
export const closureGroups = [
  { code: 'NEEDS_MET', label: 'Needs met' },
  { code: 'DISENGAGED', label: 'Disengaged or consent withdrawn' },
  { code: 'STEP_UP', label: 'Stepped up' },
  { code: 'MOVED', label: 'Moved' },
  { code: 'OTHER', label: 'Other' },
] as const;

type ClosureGroup = (typeof closureGroups)[number]['code'];

/** Why a CAF was closed (CL-10). `group` is where returns count it; null means that it is left out of every count. */
export const closureReasons = [
  { code: 'NM', label: 'Needs met, back to universal services', group: 'NEEDS_MET' },
  { code: 'SA', label: 'One agency goes on, no team needed', group: 'NEEDS_MET' },
  { code: 'CW', label: 'Consent withdrawn', group: 'DISENGAGED' },
  { code: 'DE', label: 'Family disengaged, not reached after attempts', group: 'DISENGAGED' },
  { code: 'SU', label: 'Stepped up to children’s social care', group: 'STEP_UP' },
  { code: 'SP', label: 'Passed to a specialist service', group: 'STEP_UP' },
  { code: 'MV', label: 'Moved to another authority', group: 'MOVED' },
  { code: 'AG', label: 'Reached the upper age limit', group: 'OTHER' },
  { code: 'DI', label: 'Child died', group: 'OTHER' },
  { code: 'ER', label: 'Opened in error or a duplicate', group: null },
] as const satisfies readonly { code: string; label: string; group: ClosureGroup | null }[];
