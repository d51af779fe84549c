/** Who somebody is to the child (domain 3.2). `other` asks for the words. */
export const relationships = [
  { code: 'mother', label: 'Mother' },
  { code: 'father', label: 'Father' },
  { code: 'step_parent', label: 'Step-parent' },
  { code: 'grandparent', label: 'Grandparent' },
  { code: 'sibling', label: 'Brother or sister' },
  { code: 'other_relative', label: 'Other relative' },
  { code: 'foster_carer', label: 'Foster carer' },
  { code: 'other', label: 'Somebody else' },
] as const;

/** A relationship's code. */
export type Relationship = (typeof relationships)[number]['code'];
