/** Who raised the need (CL-08), with the codes of the children in need census. */
export const contactSources = [
  { code: '1A', label: 'Family member or carer' },
  { code: '1B', label: 'Acquaintance' },
  { code: '1C', label: 'The child or young person' },
  { code: '1D', label: 'Another individual' },
  { code: '2A', label: 'School' },
  { code: '2B', label: 'Education service' },
  { code: '3A', label: 'GP' },
  { code: '3B', label: 'Health visitor' },
  { code: '3C', label: 'School nurse' },
  { code: '3D', label: 'Other primary health service' },
  { code: '3E', label: 'Accident and emergency' },
  { code: '3F', label: 'Other health service' },
  { code: '4', label: 'Housing' },
  { code: '5A', label: 'Council: social care' },
  { code: '5B', label: 'Council: another service' },
  { code: '5C', label: 'Another council' },
  { code: '5D', label: 'Council: early help' },
  { code: '6', label: 'Police' },
  { code: '7', label: 'Other legal agency' },
  { code: '8', label: 'Other: children’s centre, independent, voluntary' },
  { code: '9', label: 'Anonymous' },
  { code: '10', label: 'Unknown' },
] as const;

/** A contact source's code. */
export type ContactSource = (typeof contactSources)[number]['code'];
