import type { Output } from '#shared/contract/index.ts';

type Kind = Output<'providers.get'>['kind'];

/** Surest first; a name that fits none is left for a person to say. */
const SIGNS: readonly [Kind, RegExp][] = [
  ['individual', /^(?:mr|mrs|ms|miss|dr|prof)\.? \p{Lu}/iu],
  [
    'public',
    /\b(?:council|london borough|county borough|nhs|police|fire authority|hm (?:revenue|courts|prison))\b/i,
  ],
  ['voluntary', /\b(?:charit(?:y|able)|trust|foundation|ymca|barnardo|cic|community interest|fellowship)\b/i],
  ['private', /\b(?:plc|llp)\b/i],
];

/** Whether a name ends as a company's does; a charity's may too, so this alone decides only against it. */
const COMPANY = /\b(?:ltd|limited)\b/i;

/** What kind of provider a name seems to be, for a start; `unknown` where the name does not say. */
export function guessKind(name: string): Kind {
  const kind = SIGNS.find(([, sign]) => sign.test(name))?.[0];
  if (COMPANY.test(name)) return kind === 'voluntary' || kind === 'public' ? 'unknown' : 'private';
  return kind ?? 'unknown';
}
