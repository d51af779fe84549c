/** What an assessment concludes (CL-09), one of them. HRM asks for safeguarding procedures at once (BR-07). */
export const conclusions = [
  { code: 'NAN', label: 'No additional needs' },
  { code: 'ADD', label: 'Additional needs that one agency can meet' },
  { code: 'MUL', label: 'Additional needs that take several agencies' },
  { code: 'CPX', label: 'Complex needs' },
  { code: 'HRM', label: 'Risk of harm: follow safeguarding procedures' },
] as const;
