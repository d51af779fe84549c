/** Every Child Matters outcomes with their aims (CL-01). An aim's code is the outcome's and a number; 6 is the parents' and carers' aim. */
export const ecmOutcomes = [
  {
    code: 'BH',
    label: 'Be healthy',
    aims: [
      { code: 'BH1', label: 'Physically healthy' },
      { code: 'BH2', label: 'Mentally and emotionally healthy' },
      { code: 'BH3', label: 'Sexually healthy' },
      { code: 'BH4', label: 'Healthy lifestyles' },
      { code: 'BH5', label: 'Choose not to take illegal drugs' },
      { code: 'BH6', label: 'Parents and carers promote healthy choices' },
    ],
  },
  {
    code: 'SS',
    label: 'Stay safe',
    aims: [
      { code: 'SS1', label: 'Safe from maltreatment, neglect, violence and sexual exploitation' },
      { code: 'SS2', label: 'Safe from accidental injury and death' },
      { code: 'SS3', label: 'Safe from bullying and discrimination' },
      { code: 'SS4', label: 'Safe from crime and anti-social behaviour' },
      { code: 'SS5', label: 'Have security, stability and are cared for' },
      { code: 'SS6', label: 'Parents and carers provide safe homes and stability' },
    ],
  },
  {
    code: 'EA',
    label: 'Enjoy and achieve',
    aims: [
      { code: 'EA1', label: 'Ready for school' },
      { code: 'EA2', label: 'Attend and enjoy school' },
      { code: 'EA3', label: 'Achieve primary school standards' },
      { code: 'EA4', label: 'Personal and social development, and recreation' },
      { code: 'EA5', label: 'Achieve secondary school standards' },
      { code: 'EA6', label: 'Parents and carers support learning' },
    ],
  },
  {
    code: 'PC',
    label: 'Make a positive contribution',
    aims: [
      { code: 'PC1', label: 'Take part in decisions and the community' },
      { code: 'PC2', label: 'Law-abiding and positive behaviour' },
      { code: 'PC3', label: 'Positive relationships, without bullying' },
      { code: 'PC4', label: 'Confidence through change' },
      { code: 'PC5', label: 'Enterprising behaviour' },
      { code: 'PC6', label: 'Parents and carers promote positive behaviour' },
    ],
  },
  {
    code: 'EW',
    label: 'Achieve economic well-being',
    aims: [
      { code: 'EW1', label: 'Further education, employment or training' },
      { code: 'EW2', label: 'Ready for employment' },
      { code: 'EW3', label: 'Decent homes and sustainable communities' },
      { code: 'EW4', label: 'Access to transport and material goods' },
      { code: 'EW5', label: 'Households free from low income' },
      { code: 'EW6', label: 'Parents and carers helped to be economically active' },
    ],
  },
] as const;

/** An outcome's code. */
export type EcmOutcome = (typeof ecmOutcomes)[number]['code'];
/** An aim's code, such as `BH2`. */
export type EcmAim = (typeof ecmOutcomes)[number]['aims'][number]['code'];

/** The thirty aims in order. */
export const ecmAims: readonly { code: EcmAim; label: string }[] = ecmOutcomes.flatMap((outcome) => [
  ...outcome.aims,
]);

/** The outcome an aim belongs to. */
export function outcomeOfAim(aim: EcmAim): EcmOutcome {
  const outcome = ecmOutcomes.find((candidate) => aim.startsWith(candidate.code));
  if (outcome === undefined) throw new RangeError(`There is no aim ${aim}.`);
  return outcome.code;
}
