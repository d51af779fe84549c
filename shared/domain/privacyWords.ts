/**
 * Names that are words too. Inside an order's text a lower-case one is the word; with a capital in the middle of a
 * sentence, beside another of the family's names, or possessive, it is the name (BR-43).
 */
export const wordsThatAreNames: ReadonlySet<string> = new Set(
  (
    'amber april art autumn baker ball banks bell best bill bird black blossom blue book bond bow bowl boy brown brook brooks bush carpenter ' +
    'carter case chance chase church clay cliff cook cooper cotton cross crystal daisy dale dawn day dean drew driver duke earl east ' +
    'english faith farmer fern field fields fisher flower flowers ford fox france french frost gardener gene glen glover gold grace grant ' +
    'gray green grey hall hand hands harmony hazel heart heath heather hill holly home hood hope house hunt hunter iris ivy jack jade ' +
    'jean jet joy june kay key king kit knight lamb lane law lily little long love mark marsh mason may melody miles mills moon more ' +
    'newman nick night north page park parks pat paige peace pearl penny pepper pike piper pitt plant poole poppy porter potter price prince ' +
    'rain ray reed rich rise river rob robin rock rod rose rowan ruby rusty sage sandy saunders scarlett scott sharp shaw shepherd short ' +
    'silk sky small smart snow song south spring star stone storm street strong sue summer sunny sure swan swift table taylor todd ' +
    'trace turner violet walker wall walls ward water waters weaver webb well wells welsh west white will willow winter wise wolf wood ' +
    'woods worth wright young'
  ).split(' '),
);

/** Parts of names that point at nobody. */
export const emptyNameWords: ReadonlySet<string> = new Set(
  'unborn baby of the and mr mrs miss ms mx dr rev sir lady master jr snr senior junior de la le du da di del den der van von ter el al bin ibn bint'.split(
    ' ',
  ),
);

/** Capitals that stand for things offices buy, not for a person. */
export const usualCapitals: ReadonlySet<string> = new Set(
  'TV PC CD DVD USB IT ICT UK EU PE AM PM VAT LED LCD HD ID OK PO NHS GP TA AA AC DC KS GCSE BTEC NVQ MP DIY MDF PVC CV ML KG CM MM XL XXL XS'.split(
    ' ',
  ),
);

/** Words for what an order must not tell its reader of a family (7.2): each is a warning, since it may belong to a service's own title. */
export const tellingWords: readonly string[] = [
  'abuse',
  'abused',
  'abusive',
  'abuser',
  'addict',
  'addiction',
  'adhd',
  'alcohol',
  'alcoholic',
  'anorexia',
  'anxiety',
  'asbo',
  'asperger',
  'aspergers',
  'asthma',
  'asylum',
  'at risk',
  'attachment disorder',
  'autism',
  'autistic',
  'bedwetting',
  'bereaved',
  'bereavement',
  'bulimia',
  'caf',
  'camhs',
  'care order',
  'cerebral palsy',
  'child in need',
  'child protection',
  'common assessment',
  'custody',
  'depressed',
  'depression',
  'diabetes',
  'diabetic',
  'disability',
  'disabled',
  'domestic abuse',
  'domestic violence',
  'downs syndrome',
  'drug',
  'drugs',
  'dyslexia',
  'dyslexic',
  'dyspraxia',
  'eating disorder',
  'enuresis',
  'epilepsy',
  'epileptic',
  'excluded',
  'exclusion',
  'eviction',
  'foster',
  'fostered',
  'hiv',
  'homeless',
  'in care',
  'incontinence',
  'incontinent',
  'learning difficulties',
  'learning difficulty',
  'looked after',
  'mental health',
  'neglect',
  'neglected',
  'offender',
  'offending',
  'overdose',
  'pregnancy',
  'pregnant',
  'prison',
  'probation',
  'psychiatric',
  'psychosis',
  'rape',
  'refuge',
  'refugee',
  'safeguarding',
  'self harm',
  'self-harm',
  'sexual',
  'sexually',
  'social services',
  'social worker',
  'special needs',
  'suicidal',
  'suicide',
  'trauma',
  'traumatised',
  'violence',
  'violent',
];
