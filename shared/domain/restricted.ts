import { type Depth, type Role, reachAt } from './roles.ts';

/** Why a record is restricted (12.3). */
export const restrictedReasons = [
  { code: 'staff_child', label: 'Child of somebody on the staff' },
  { code: 'address', label: 'Address that must not become known' },
  { code: 'witness', label: 'Witness' },
  { code: 'adoption', label: 'Adoption' },
  { code: 'media', label: 'In the news' },
] as const;
/** The code of a reason. */
export type RestrictedReason = (typeof restrictedReasons)[number]['code'];

/** Letters that a reason must have at least: a sentence, not a word. */
const LEAST_REASON = 20;

/** Whether these words are a reason: long enough, and more than one word. */
export function isReason(words: string): boolean {
  const said = words.trim();
  return said.length >= LEAST_REASON && said.split(/\s+/).length >= 3;
}

/**
 * How deep these roles read case records anywhere, which is how deep a record opened by exception shows; null for roles that
 * read no case content, who may open none (12.2).
 */
export function openingDepth(held: readonly Role[]): Exclude<Depth, 'neutral'> | null {
  if (reachAt(held, 'full') !== 'none') return 'full';
  return reachAt(held, 'summary') !== 'none' ? 'summary' : null;
}

/** What is about to be printed or saved: how many restricted children it names, and who agreed to it. */
type NamingPrint = { restrictedNamed: number; by: number; agreedBy: number | null };

/**
 * Whether something that names children may be printed or saved (12.3): freely when no restricted child is in it,
 * else only with the agreement of somebody else.
 */
export function mayPrintNames({ restrictedNamed, by, agreedBy }: NamingPrint): boolean {
  return restrictedNamed === 0 || (agreedBy !== null && agreedBy !== by);
}
