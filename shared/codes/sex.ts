/** Sex (CL-04). `cin` is the gender code of the children in need census. Unknown is for an unborn child. */
export const sexes = [
  { code: 'F', label: 'Female', cin: '2' },
  { code: 'M', label: 'Male', cin: '1' },
  { code: 'U', label: 'Unknown', cin: '0' },
  { code: 'I', label: 'Indeterminate', cin: '9' },
] as const;
