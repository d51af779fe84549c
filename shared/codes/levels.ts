/** Levels of need (CL-06). Stored as the number; the words are the office's choice among the label sets. */
export const levels = [
  { level: 1, code: '1', label: 'Universal' },
  { level: 2, code: '2', label: 'Additional' },
  { level: 3, code: '3', label: 'Integrated' },
  { level: 4, code: '4', label: 'Specialist' },
] as const;

/** The words that authorities use for levels 1 to 4, in that order. */
export const levelLabelSets = [
  {
    code: 'GENERIC',
    label: 'Universal, Additional, Integrated, Specialist',
    labels: ['Universal', 'Additional', 'Integrated', 'Specialist'],
  },
  {
    code: 'PLUS',
    label: 'Universal Plus, Partnership Plus',
    labels: ['Universal', 'Universal Plus', 'Partnership Plus', 'Specialist / statutory'],
  },
  {
    code: 'HELP',
    label: 'Early Help, Targeted Help',
    labels: ['Universal', 'Early Help', 'Targeted Help', 'Specialist'],
  },
  {
    code: 'WINDSCREEN',
    label: 'Vulnerable, Complex, Acute',
    labels: ['Universal', 'Vulnerable', 'Complex', 'Acute'],
  },
] as const;

/** A level in words, `Level 3, Integrated`; only the number when the list does not have it. */
export function levelLabel(level: number): string {
  const entry = levels.find((candidate) => candidate.level === level);
  return entry === undefined ? `Level ${level}` : `Level ${level}, ${entry.label}`;
}
