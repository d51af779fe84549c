import { elementDomains, elements } from '#shared/codes/elements.ts';
import type { StatusKind } from '#renderer/components/Status.tsx';
import type { Caf } from '../../words.ts';

/** One element as it is saved. */
export type SavedElement = NonNullable<Caf['elements']>[number];

/** What a person writes about one element. */
export type ElementText = Pick<
  SavedElement,
  'prominence' | 'strengths' | 'needs' | 'evidence' | 'viewDifference'
>;

/** An element before anything is written. */
export const blankElement: ElementText = {
  prominence: 'none',
  strengths: '',
  needs: '',
  evidence: '',
  viewDifference: '',
};

/** The written part of a saved element; blank when there is none yet. */
export function textOf(saved: SavedElement | undefined): ElementText {
  if (!saved) return blankElement;
  const { prominence, strengths, needs, evidence, viewDifference } = saved;
  return { prominence, strengths, needs, evidence, viewDifference };
}

/** How much an element weighs, in words. */
export const prominences = [
  { value: 'none', label: 'Nothing to note' },
  { value: 'strength', label: 'Strength' },
  { value: 'need', label: 'Need' },
  { value: 'concern', label: 'Concern' },
] as const;

/** Where an element stands, for the list of all of them. */
export function elementLook(saved: SavedElement | undefined): { kind: StatusKind; word: string } {
  if (!saved) return { kind: 'notStarted', word: 'Not started' };
  const word = prominences.find((entry) => entry.value === saved.prominence)?.label ?? '';
  return { kind: saved.prominence === 'concern' ? 'attention' : 'done', word };
}

const shortLabels: Readonly<Record<string, string>> = {
  D6: 'Identity and self-esteem',
  D9: 'Understanding and problem solving',
  D10: 'Taking part in learning',
  D11: 'Progress in learning',
  P1: 'Basic care, safety and protection',
  F1: 'Family history and well-being',
  F3: 'Housing, employment and money',
  F4: 'Community and resources',
};

/** An element's name where there is room for one line; its full name stands over its own page. */
export function shortLabel(code: string, label: string): string {
  return shortLabels[code] ?? label;
}

/** The page of the child's and the family's own comments stands after the nineteen elements. */
export const COMMENTS = 'comments';

/** Everything that is filled in, in the form's order. */
export const steps: readonly string[] = [...elements.map((element) => element.code), COMMENTS];

/** The first element nobody has written on yet; the comments when all have something. */
export function firstUnwritten(written: readonly { element: string }[]): string {
  return steps.find((step) => !written.some((saved) => saved.element === step)) ?? COMMENTS;
}

/** The domain of an element, inside a sentence: "development of the child". */
export function domainWords(code: string): string {
  const label = elementDomains.find((domain) => code.startsWith(domain.code))?.label ?? '';
  return label.charAt(0).toLocaleLowerCase('en-GB') + label.slice(1);
}
