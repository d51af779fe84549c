import type { closureReasons } from '../codes/closureReasons.ts';

/** Why a CAF is closed (CL-10). */
export type ClosureReason = (typeof closureReasons)[number]['code'];

/** Reasons that end an episode before it could make a difference, or that nobody can be asked about. */
const withoutDifference: readonly ClosureReason[] = ['CW', 'DE', 'DI', 'ER'];

/** Whether a closing for this reason says what difference was made and what the family thinks of it. */
export function asksForDifference(reason: ClosureReason): boolean {
  return !withoutDifference.includes(reason);
}

/** What the rules of closing look at. */
export type ClosingFacts = {
  reason: ClosureReason;
  difference: string;
  familyFeedback: string;
  isWithdrawn: boolean;
  /** Social care has accepted the last referral. */
  isAccepted: boolean;
  waitsForAnswer: boolean;
  hasTransfer: boolean;
};

/**
 * Why a CAF may not be closed for this reason, and the field to put right; null when it may. Social care must have decided, not only been
 * asked (4.1, SU); withdrawal must be on record (BR-05, CW); a move needs consent and the pack (BR-17, MV); every other closing says
 * what difference was made, and the family is asked.
 */
export function whyNotClose(facts: ClosingFacts): { sentence: string; field: string } | null {
  const { reason } = facts;
  if (reason === 'SU' && !facts.isAccepted)
    return { sentence: 'Social care has not accepted it: a referral alone closes nothing.', field: 'reason' };
  if (reason !== 'SU' && facts.isAccepted && reason !== 'ER' && reason !== 'DI')
    return { sentence: 'Social care has accepted it, so it closes as stepped up.', field: 'reason' };
  if (facts.waitsForAnswer && reason !== 'ER' && reason !== 'DI' && reason !== 'CW')
    return {
      sentence: 'Social care has not answered the referral. Record their answer first.',
      field: 'reason',
    };
  if ((reason === 'CW') !== facts.isWithdrawn && reason !== 'ER' && reason !== 'DI')
    return facts.isWithdrawn
      ? { sentence: 'Consent was withdrawn, so it closes for that reason.', field: 'reason' }
      : { sentence: 'No withdrawal of consent is on record. Record the withdrawal first.', field: 'reason' };
  if (reason === 'MV' && !facts.hasTransfer)
    return {
      sentence: 'Say which authority, when the family agreed, and when the pack went.',
      field: 'transfer',
    };
  if (!asksForDifference(reason)) return null;
  if (facts.difference.trim() === '')
    return { sentence: 'Say what difference the help made.', field: 'difference' };
  if (facts.familyFeedback.trim() === '')
    return {
      sentence: 'Ask the family what they think of it. “Declined to comment” is an answer.',
      field: 'familyFeedback',
    };
  return null;
}
