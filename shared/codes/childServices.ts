/** Who works with a child besides the CAF (domain 3.3): the universal services every child has, and others. */
export const childServices = [
  { code: 'gp', label: 'GP', kind: 'UNIVERSAL' },
  { code: 'early_years', label: 'Early years or childcare', kind: 'UNIVERSAL' },
  { code: 'school', label: 'School', kind: 'UNIVERSAL' },
  { code: 'further', label: 'College or training', kind: 'UNIVERSAL' },
  { code: 'other', label: 'Other service', kind: 'OTHER' },
] as const;

/** A service's code. */
export type ChildService = (typeof childServices)[number]['code'];
