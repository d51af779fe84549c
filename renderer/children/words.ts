import type { Output } from '#shared/contract/index.ts';
import { agencies } from '#shared/codes/agencies.ts';
import { ecmOutcomes } from '#shared/codes/ecm.ts';
import { labelIn } from '#shared/codes/list.ts';
import { relationships } from '#shared/codes/relationships.ts';
import { levels } from '#shared/codes/levels.ts';
import { ageInWords, dueInWords, formatDay, type Day } from '#shared/domain/dates.ts';
import { isCafState, isOpenCaf, stateLabel, type CafState } from '#shared/domain/lifecycle.ts';
import type { StatusKind } from '#renderer/components/Status.tsx';

/** A child's record as the office gives it. */
export type ChildRecord = Output<'children.get'>;
/** The CAF of a record. */
export type Caf = NonNullable<ChildRecord['caf']>;
/** One outcome of a plan, with its actions. */
export type Outcome = Caf['outcomes'][number];
/** One action of an outcome. */
export type Action = Outcome['actions'][number];
/** What is known of a consent. */
export type Consent = Caf['consents'][number];

type Look = { kind: StatusKind; word: string };

const cafKinds: Partial<Record<CafState, StatusKind>> = {
  consented: 'writing',
  in_assessment: 'writing',
  completed: 'course',
  single_agency: 'course',
  tac_pending: 'course',
  tac_active: 'course',
  review_due: 'attention',
  stepping_up: 'attention',
  consent_withdrawn: 'stop',
  closing: 'course',
  closed: 'done',
};

/** A CAF's state as a picture and a word. A child without a CAF has neither and says so. */
export function cafLook(status: string | null): Look {
  if (status === null) return { kind: 'notStarted', word: 'No CAF' };
  const kind = isCafState(status) ? cafKinds[status] : undefined;
  return { kind: kind ?? 'neutral', word: stateLabel('caf', status) };
}

/** Whether the CAF may still be written in. */
export function isOpen(caf: Caf | null): boolean {
  return caf !== null && isCafState(caf.status) && isOpenCaf(caf.status) && caf.closedOn === null;
}

/** Whether the CAF is open and the family has not withdrawn: only then is anything written or bought (BR-05). */
export function isLive(caf: Caf | null): caf is Caf {
  return caf !== null && isOpen(caf) && caf.status !== 'consent_withdrawn';
}

/** Whose record it is, as the reader may know it: the name, or the neutral reference where names are not shown. */
export function childName(record: Pick<ChildRecord, 'givenNames' | 'familyName' | 'neutralRef'>): string {
  return `${record.givenNames} ${record.familyName}`.trim() || record.neutralRef;
}

/** What people call the child, for labels such as "What Callum says"; "the child" where names are not shown. */
export function callName(record: Pick<ChildRecord, 'givenNames' | 'knownAs'>): string {
  const known = record.knownAs.split(/[,;]/)[0]?.trim() ?? '';
  return (known.includes(' ') ? '' : known) || record.givenNames.split(' ')[0] || 'the child';
}

type Born = { dob: string | null; expectedOn: string | null };

/** Age in words, or when an unborn child is due; nothing where neither may be known. */
export function ageWords(born: Born, on: Day): string {
  if (born.dob !== null) return born.dob > on ? '' : ageInWords(born.dob, on);
  return born.expectedOn === null ? '' : dueInWords(born.expectedOn);
}

/** "born 3 May 2000", or that the child is not born yet. */
export function bornWords(born: Born): string {
  if (born.dob !== null) return `born ${formatDay(born.dob)}`;
  return born.expectedOn === null ? '' : 'not born yet';
}

const ageSentences = {
  within: null,
  warn: 'Eighteen or over. A CAF goes on to 24 only with a learning difficulty or disability, and none is recorded.',
  extended: 'Eighteen or over: help goes on to 24 with a learning difficulty or disability.',
  over: 'Over 24: a CAF is for young people up to that age. Pass the person on to services for adults.',
} as const satisfies Record<ChildRecord['ageLimit'], string | null>;

/** The sentence about a CAF's upper age (BR-16); null when the child is within it. */
export function upperAgeWarning(record: Pick<ChildRecord, 'ageLimit'>): string | null {
  return ageSentences[record.ageLimit];
}

/** A level's word: "Integrated". */
export function levelWord(level: number): string {
  return levels.find((entry) => entry.level === level)?.label ?? '';
}

/** An agency's name for its code; what was typed when it is no code. */
export function agencyWord(code: string): string {
  return labelIn(agencies, code);
}

const initialism = /^(GP|NHS)\b/;

/** An agency inside a sentence or a detail line: "education welfare". */
export function agencyInSentence(code: string): string {
  const word = agencyWord(code);
  return initialism.test(word) ? word : word.charAt(0).toLocaleLowerCase('en-GB') + word.slice(1);
}

/** An aim with its outcome, as the plan names it: "BH2 Be healthy". */
export function aimShort(aim: string): string {
  return `${aim} ${labelIn(ecmOutcomes, aim.slice(0, 2))}`;
}

/** An aim's own words: "Mentally and emotionally healthy". */
export function aimWord(aim: string): string {
  const outcome = ecmOutcomes.find((entry) => entry.code === aim.slice(0, 2));
  return outcome ? labelIn(outcome.aims, aim) : aim;
}

/** Every aim under its outcome, for a list to choose from. */
export const aimOptions = ecmOutcomes.flatMap((outcome) =>
  outcome.aims.map((aim) => ({ value: aim.code, label: `${aim.code} ${aim.label}`, group: outcome.label })),
);

/** Who somebody of a family can be, for a list to choose from. */
export const relationshipOptions = relationships.map(({ code, label }) => ({ value: code, label }));

/** Who somebody of a family is to the child: what was typed before what was chosen. */
export function relationshipWord(member: { relationship: string; relationshipWords: string }): string {
  return member.relationshipWords || labelIn(relationships, member.relationship);
}

/** Every agency, for a list to choose from. */
export const agencyOptions = agencies.map((agency) => ({ value: agency.code, label: agency.label }));

/** The four levels, for a choice. */
export const levelOptions = levels.map(({ level, label }) => ({ value: level, label: `${level} ${label}` }));

/** What an action's state is called. */
export const actionStates = {
  not_started: { kind: 'notStarted', word: 'Not started' },
  on_track: { kind: 'course', word: 'On track' },
  late: { kind: 'attention', word: 'Late' },
  done: { kind: 'done', word: 'Done' },
  dropped: { kind: 'neutral', word: 'Dropped' },
} as const satisfies Record<Action['status'], Look>;

/** What an outcome's state is called when it is no longer open. */
export const outcomeStates = {
  open: { kind: 'course', word: 'Open' },
  achieved: { kind: 'done', word: 'Achieved' },
  partly: { kind: 'course', word: 'Partly achieved' },
  not_achieved: { kind: 'attention', word: 'Not achieved' },
} as const satisfies Record<Outcome['status'], Look>;

/** Whether an action should have been done by now. */
export function isLate(action: Action, today: Day): boolean {
  const isOver = action.status === 'done' || action.status === 'dropped';
  return !isOver && (action.status === 'late' || action.byWhen < today);
}

/** How an outcome goes: what was decided at a review, or what its actions say while it is open. */
export function outcomeLook(outcome: Outcome, today: Day): Look {
  if (outcome.status !== 'open') return outcomeStates[outcome.status];
  const late = outcome.actions.filter((action) => isLate(action, today)).length;
  if (late > 0) return { kind: 'attention', word: late === 1 ? '1 action late' : `${late} actions late` };
  if (outcome.actions.length === 0) return { kind: 'attention', word: 'No action yet' };
  const isBegun = outcome.actions.some((action) => action.status !== 'not_started');
  return isBegun ? { kind: 'course', word: 'On track' } : { kind: 'notStarted', word: 'Not started' };
}

/** The kinds of meeting. */
export const meetingKinds = {
  INITIAL: 'First meeting of the team',
  REVIEW: 'Plan review',
  CLOSURE: 'Closing meeting',
} as const;

/** What a meeting decided. */
export const meetingDecisions = {
  continue: 'Plan goes on',
  step_up: 'Step up',
  step_down: 'Step down',
  close: 'Close the CAF',
} as const;

/** Sentence for whoever saved something at a moment: "10:42:18", in the computer's own time. */
export function clockTime(moment: string): string {
  return new Date(moment).toLocaleTimeString('en-GB', { hour12: false });
}
