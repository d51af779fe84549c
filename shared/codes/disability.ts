/** Disability (CL-03), several at once; NONE goes with no other. What lasts or is likely to last 12 months or more counts. */
export const disabilities = [
  { code: 'NONE', label: 'No disability' },
  { code: 'MOB', label: 'Mobility' },
  { code: 'HAND', label: 'Hand function' },
  { code: 'PC', label: 'Personal care' },
  { code: 'INC', label: 'Incontinence' },
  { code: 'COMM', label: 'Communication' },
  { code: 'LD', label: 'Learning' },
  { code: 'HEAR', label: 'Hearing' },
  { code: 'VIS', label: 'Vision' },
  { code: 'BEH', label: 'Behaviour' },
  { code: 'CON', label: 'Consciousness' },
  { code: 'AUT', label: 'Autism' },
  { code: 'DDA', label: 'Other disability in law' },
] as const;

/** A disability's code. */
export type Disability = (typeof disabilities)[number]['code'];

/** The CAF form's own question: disabled, yes or no. */
export const disabledAnswers = [
  { code: 'Y', label: 'Yes' },
  { code: 'N', label: 'No' },
  { code: 'NK', label: 'Not known' },
] as const;

/** Whether a choice of codes can stand: each once, and NONE only by itself. */
export function disabilitiesAgree(chosen: readonly Disability[]): boolean {
  return new Set(chosen).size === chosen.length && (!chosen.includes('NONE') || chosen.length === 1);
}
