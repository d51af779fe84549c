/** The Supporting Families outcomes (CL-14), an optional second coding of a plan's outcomes. */
export const supportingFamiliesOutcomes = [
  { code: '1', label: 'Good education' },
  { code: '2', label: 'Good early years development' },
  { code: '3', label: 'Improved mental and physical health' },
  { code: '4', label: 'Better managed substance use' },
  { code: '5', label: 'Improved family relationships' },
  { code: '6', label: 'Children safe from abuse and exploitation' },
  { code: '7', label: 'Diverted from crime' },
  { code: '8', label: 'Safe from domestic abuse' },
  { code: '9', label: 'Secure housing' },
  { code: '10', label: 'Financial stability' },
] as const;
