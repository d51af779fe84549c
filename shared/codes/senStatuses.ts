/** What a school does for special educational needs, in the stages of the code of practice. */
export const senStatuses = [
  { code: 'NK', label: 'Not known' },
  { code: 'N', label: 'No special provision' },
  { code: 'A', label: 'School Action or Early Years Action' },
  { code: 'P', label: 'School Action Plus or Early Years Action Plus' },
  { code: 'S', label: 'Statement' },
] as const;
