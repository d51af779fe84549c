/** Why a pupil number is not known (CL-15). */
export const upnUnknownReasons = [
  { code: 'UN1', label: 'Not of school age' },
  { code: 'UN2', label: 'Never in a maintained school in England' },
  { code: 'UN3', label: 'Educated outside England' },
  { code: 'UN4', label: 'Newly looked after, not yet known' },
  { code: 'UN5', label: 'Sources conflict' },
  { code: 'UN6', label: 'Other reason 6 of the national list' },
  { code: 'UN7', label: 'Other reason 7 of the national list' },
] as const;
