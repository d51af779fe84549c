import type { Output } from '#shared/contract/index.ts';
import type { Proposal } from '#shared/contract/people.ts';
import { addWorkingDays } from '#shared/domain/calendar.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { roles } from '#shared/domain/roles.ts';
import type { WaitingCaf } from '../children/children.service.ts';

/** A group of tasks on Work. */
export type Group = Output<'work.today'>['groups'][number];
type Task = Group['tasks'][number];
type Orders = Output<'orders.list'>;
type Order = Orders['rows'][number];

/** A request waits too long after so many working days. */
const PATIENCE = 2;

const several = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const nameOf = (order: Order) => order.cafReference ?? order.neutralRef;

function orderTask(order: Order, more: Pick<Task, 'detail' | 'day' | 'dayKind' | 'late' | 'verb'>): Task {
  const title = order.what || 'Nothing chosen yet';
  const { provider, grossPence: amountPence } = order;
  return { title, provider, amountPence, to: `/orders/${order.id}`, ...more };
}

function group(
  of: Pick<Group, 'key' | 'label' | 'to' | 'note'>,
  tasks: Task[],
  count: number,
  sumPence: number | null,
): Group {
  return { ...of, count, late: tasks.filter((task) => task.late).length, sumPence, tasks };
}

const sumNote = (orders: Orders) => (orders.total > 0 ? formatPounds(orders.grossPence) : 'none waiting');

/** What was wanted by a day that has passed. */
function lateNote(tasks: Task[]): string {
  const late = tasks.filter((task) => task.late).length;
  return late > 0 ? `${late} past the day` : '';
}

/** Requests that wait for this person's decision (BR-32); late after two working days. */
export function approvals(orders: Orders, today: string): Group {
  const tasks = orders.rows.map((order) => {
    const asked = order.submittedOn ?? today;
    return orderTask(order, {
      detail: [nameOf(order), order.requestedBy && `${order.requestedBy} asks`].filter(Boolean).join(' · '),
      day: asked,
      dayKind: 'asked',
      late: addWorkingDays(asked, PATIENCE) <= today,
      verb: 'Decide',
    });
  });
  const late = tasks.filter((task) => task.late).length;
  const note = late > 0 ? `${late} past ${late === 1 ? 'its' : 'their'} day` : sumNote(orders);
  const named = {
    key: 'approvals',
    label: 'Approvals waiting',
    to: '/orders?status=submitted',
    note,
  } as const;
  return group(named, tasks, orders.total, orders.grossPence);
}

/** Reviews of plans that are overdue or due within the week (BR-20). */
export function reviews(found: { count: number; late: number; rows: WaitingCaf[] }, today: string): Group {
  const tasks = found.rows.map((caf): Task => ({
    title: `Plan review, ${caf.childName}`,
    provider: null,
    detail: [caf.reference, caf.lead ? `${caf.lead} leads` : 'nobody leads'].join(' · '),
    amountPence: null,
    day: caf.nextReviewOn,
    dayKind: 'due',
    late: caf.nextReviewOn !== null && caf.nextReviewOn < today,
    verb: 'Set date',
    to: `/children/${caf.childId}/plan`,
  }));
  const soon = found.count - found.late;
  const note = found.late > 0 ? `${found.late} overdue` : soon > 0 ? `${soon} this week` : 'none this week';
  const named = {
    key: 'reviews',
    label: 'Reviews due',
    to: found.late > 0 ? '/children?status=overdue' : '/children?status=open',
    note,
  } as const;
  return { ...group(named, tasks, found.count, null), late: found.late };
}

function byDay(order: Order, today: string): Pick<Task, 'day' | 'dayKind' | 'late'> {
  if (order.requiredBy) return { day: order.requiredBy, dayKind: 'by', late: order.requiredBy < today };
  const day = order.issuedOn ?? order.submittedOn;
  return { day, dayKind: order.issuedOn ? 'issued' : 'asked', late: false };
}

/** Approved requests that can be issued. */
export function toIssue(orders: Orders, today: string): Group {
  const tasks = orders.rows.map((order) =>
    orderTask(order, { detail: `${nameOf(order)} · ready to issue`, ...byDay(order, today), verb: 'Issue' }),
  );
  const named = {
    key: 'to_issue',
    label: 'Orders to issue',
    to: '/orders?status=approved',
    note: lateNote(tasks) || sumNote(orders),
  } as const;
  return group(named, tasks, orders.total, orders.grossPence);
}

/** Issued orders that nobody has printed or saved. */
export function toPrint(orders: Orders, today: string): Group {
  const tasks = orders.rows.map((order) =>
    orderTask(order, {
      detail: `${nameOf(order)} · order ${order.number}`,
      ...byDay(order, today),
      verb: 'Print',
    }),
  );
  const named = {
    key: 'to_print',
    label: 'Orders to print',
    to: '/orders?status=to_print',
    note: lateNote(tasks) || sumNote(orders),
  } as const;
  return group(named, tasks, orders.total, orders.grossPence);
}

/** Requests that were begun and not submitted. */
export function drafts(orders: Orders, today: string): Group {
  const tasks = orders.rows.map((order) =>
    orderTask(order, {
      detail: nameOf(order),
      day: order.updatedAt.slice(0, 10),
      dayKind: 'written',
      late: false,
      verb: 'Go on',
    }),
  );
  const oldest = tasks[0]?.day;
  const age = oldest ? daysBetween(oldest, today) : 0;
  const note = age > 0 ? `oldest ${several(age, 'day')}` : orders.total > 0 ? 'written today' : 'none begun';
  const named = { key: 'drafts', label: 'Drafts', to: '/orders?status=draft', note } as const;
  return group(named, tasks, orders.total, null);
}

/** Records in which nothing was written for so many days (BR-20). */
export function quiet(found: { count: number; rows: WaitingCaf[] }, quietDays: number): Group {
  const tasks = found.rows.map((caf): Task => ({
    title: caf.childName,
    provider: null,
    detail: [caf.reference, caf.lead ? `${caf.lead} leads` : 'nobody leads'].join(' · '),
    amountPence: null,
    day: caf.lastEntryOn,
    dayKind: 'entry',
    late: false,
    verb: 'Open',
    to: `/children/${caf.childId}`,
  }));
  const note = `no entry in ${quietDays} days`;
  const named = { key: 'quiet', label: 'Gone quiet', to: '/children?status=open', note } as const;
  return group(named, tasks, found.count, null);
}

/** Records that others opened by exception, until they are looked at (12.2). Neutral references only. */
export function openings(found: Output<'children.restricted'>['openings']): Group {
  const tasks = found.map((opening): Task => ({
    title: `${opening.who} opened ${opening.neutralRef}`,
    provider: null,
    detail: opening.restricted ? 'a restricted record, by exception' : 'a record out of reach, by exception',
    amountPence: null,
    day: opening.openedAt.slice(0, 10),
    dayKind: 'opened',
    late: true,
    verb: 'Look',
    to: '/children/restricted',
  }));
  const named = {
    key: 'openings',
    label: 'Opened by exception',
    to: '/children/restricted',
    note: tasks.length > 0 ? 'look at each' : 'none to look at',
  } as const;
  return group(named, tasks, tasks.length, null);
}

/** Rights over money or people that wait for this person as the second one (domain 12.2). */
export function proposals(waiting: readonly Proposal[], today: string): Group {
  const tasks = waiting.map((proposal): Task => ({
    title: `${roles[proposal.role]} for ${proposal.person}`,
    provider: null,
    detail: [proposal.coverFor && `in the place of ${proposal.coverFor}`, `${proposal.proposedBy} proposes`]
      .filter(Boolean)
      .join(' · '),
    amountPence: null,
    day: proposal.proposedOn,
    dayKind: 'asked',
    late: addWorkingDays(proposal.proposedOn, PATIENCE) <= today,
    verb: 'Decide',
    to: `/office/people/${proposal.personId}`,
  }));
  const note = tasks.length > 0 ? 'two people give these' : 'none waiting';
  const named = {
    key: 'proposals',
    label: 'Rights to agree to',
    to: '/office/people?show=waiting',
    note,
  } as const;
  return group(named, tasks, tasks.length, null);
}
