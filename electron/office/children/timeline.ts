import type { Output } from '#shared/contract/index.ts';
import { agencies } from '#shared/codes/agencies.ts';
import { closureReasons } from '#shared/codes/closureReasons.ts';
import { labelIn } from '#shared/codes/list.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { stateLabel } from '#shared/domain/lifecycle.ts';
import type { CafRow, ConsentRow, MeetingRow } from './caf.queries.ts';
import type { CaseOrder } from './case-orders.ts';
import type { LeadRow } from './lead.queries.ts';
import type { OutcomeRow } from './plan.queries.ts';

/** One thing that happened. */
export type Happening = Output<'children.get'>['timeline'][number];

const consentWords: Record<ConsentRow['kind'], string> = {
  TO_ASSESS: 'to assess',
  TO_STORE: 'to store',
  TO_SHARE: 'to share',
  TO_SPEND_VISIBILITY: 'to tell a provider',
  WITHDRAW: 'withdrawn',
  VARY: 'changed',
};
const giverWords: Record<string, string> = {
  child: 'the child',
  parent: 'a parent',
  carer: 'a carer',
  other: 'somebody else',
};
const modeWords: Record<string, string> = {
  scanned: 'signed, scanned',
  paper: 'signed on paper',
  typed: 'typed',
  verbal: 'by word of mouth',
};

const noMoney = { amountPence: null };

/** Consent of one day, by one person, as one line: it was one conversation. */
export function consentHappenings(rows: readonly ConsentRow[]): Happening[] {
  const groups = new Map<string, ConsentRow[]>();
  for (const row of rows) {
    const giving = row.kind.startsWith('TO_') ? 'given' : row.kind;
    const key = [row.signed_on, row.given_by, row.signed_mode, row.recorder, giving].join('|');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const words = group.map((row) => consentWords[row.kind]).join(', ');
    return [
      {
        day: first.signed_on,
        at: first.recorded_at,
        kind: 'consent' as const,
        title: first.kind.startsWith('TO_') ? `Consent given ${words}` : `Consent ${words}`,
        detail: `By ${giverWords[first.given_by] ?? first.given_by}, ${modeWords[first.signed_mode] ?? first.signed_mode}.`,
        who: first.recorder,
        ...noMoney,
      },
    ];
  });
}

/** Who led when; a reader of the summary does not see why it changed. */
export function leadHappenings(rows: readonly LeadRow[], full: boolean): Happening[] {
  return rows.map((row, index) => ({
    day: row.from_day,
    at: row.appointed_at,
    kind: 'lead' as const,
    title: index === 0 ? 'Lead professional named' : 'Lead professional changed',
    detail: [
      `${row.name}, ${labelIn(agencies, row.agency)}.`,
      row.agreed_by_family === 1 ? 'Agreed with the family.' : 'Not yet agreed with the family.',
      full ? row.change_reason : '',
    ]
      .filter(Boolean)
      .join(' '),
    who: row.appointer,
    ...noMoney,
  }));
}

const meetingTitles: Record<MeetingRow['kind'], string> = {
  INITIAL: 'First meeting of the team',
  REVIEW: 'Plan review',
  CLOSURE: 'Closing meeting',
};
const decisionWords: Record<MeetingRow['decision'], string> = {
  continue: 'plan goes on',
  close: 'to be closed',
  step_up: 'referred to social care',
  step_down: 'stepped down',
};

/** Meetings, and for a full reader what the child and the parents said at each. */
export function meetingHappenings(rows: readonly MeetingRow[], full: boolean): Happening[] {
  return rows.flatMap((row) => {
    const next = row.next_review_on ? ` Next review ${formatDay(row.next_review_on)}.` : '';
    const came = full && row.attended ? ` There: ${row.attended}.` : '';
    const meeting: Happening = {
      day: row.held_on,
      at: row.recorded_at,
      kind: 'meeting',
      title: `${meetingTitles[row.kind]}, ${decisionWords[row.decision]}`,
      detail: `Level ${row.level}.${came}${next}`,
      who: row.recorder,
      ...noMoney,
    };
    return full
      ? [meeting, ...voices(row, { day: row.held_on, at: row.recorded_at }, row.recorder, 'at the meeting')]
      : [meeting];
  });
}

/** The child's and the parents' own words. */
export function voices(
  said: { child_comment: string; parent_comment: string },
  when: { day: string; at: string | null },
  who: string,
  where: string,
): Happening[] {
  const heard: [string, string][] = [
    [said.child_comment, `The child, ${where}`],
    [said.parent_comment, `Parent or carer, ${where}`],
  ];
  return heard
    .filter(([words]) => words !== '')
    .map(([title, detail]) => ({ ...when, kind: 'voice' as const, title, detail, who, ...noMoney }));
}

/** Outcomes as they came into the plan. */
export function outcomeHappenings(rows: readonly OutcomeRow[]): Happening[] {
  return rows.map((row) => ({
    day: row.created_at.slice(0, 10),
    at: row.created_at,
    kind: 'plan' as const,
    title: `Outcome ${row.number} agreed`,
    detail: row.desired,
    who: '',
    ...noMoney,
  }));
}

/** The CAF's own end, finished assessment and beginning. */
export function cafHappenings(caf: CafRow, opener: string, full: boolean): Happening[] {
  const start: Happening = {
    day: caf.start_on,
    at: caf.created_at,
    kind: 'paper',
    title: 'CAF started',
    detail: `${caf.reference}, level ${caf.start_level}.`,
    who: opener,
    ...noMoney,
  };
  const assessed: Happening[] =
    caf.completed_on === null
      ? []
      : [
          {
            day: caf.completed_on,
            at: caf.completed_at,
            kind: 'paper',
            title: 'Assessment finished',
            detail: '',
            who: '',
            ...noMoney,
          },
          ...(full
            ? voices(caf, { day: caf.completed_on, at: caf.completed_at }, '', 'at the assessment')
            : []),
        ];
  if (caf.closed_on === null) return [...assessed, start];
  const reason = `${labelIn(closureReasons, caf.closure_reason ?? '')}.`;
  const detail = full && caf.closure_note ? `${reason} ${caf.closure_note}` : reason;
  const closed: Happening = {
    day: caf.closed_on,
    at: caf.closed_at,
    kind: 'paper',
    title: 'CAF closed',
    detail,
    who: '',
    ...noMoney,
  };
  return [closed, ...assessed, start];
}

/** Purchases: they name no child, so every depth may read them. */
export function orderHappenings(orders: readonly CaseOrder[]): Happening[] {
  return orders.map((order) => ({
    day: order.day,
    at: order.at,
    kind: 'money' as const,
    title: order.what,
    detail: [
      stateLabel('order', order.status),
      order.number === null ? '' : `order ${order.number}`,
      order.provider ?? '',
    ]
      .filter(Boolean)
      .join(', '),
    who: '',
    amountPence: order.grossPence,
  }));
}

/** The moment a happening stands at within its day; what was kept without one stands at noon. */
const moment = (one: Happening) => one.at ?? `${one.day}T12:00:00.000Z`;

/**
 * Newest first: by the day, and what happened on one day by when it was written down, the last on top. What was written
 * down at one moment stays in the order in which it is told, so that words stand under the meeting they were said at.
 */
export function inOrder(happenings: readonly Happening[]): Happening[] {
  return [...happenings].sort((a, b) => b.day.localeCompare(a.day) || moment(b).localeCompare(moment(a)));
}
