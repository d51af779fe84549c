import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { roles } from '#shared/domain/roles.ts';
import { lastBackupAt } from '../backups/backups.service.ts';
import { list as listBudgets } from '../budgets/budgets.service.ts';
import {
  countShutMatches,
  findChildren,
  goneQuiet,
  reviewsDue,
  unseenOpenings,
} from '../children/children.service.ts';
import type { Context } from '../context.ts';
import { findOrders, waitingOrders } from '../orders/reports.ts';
import { list as listPeople } from '../people/people.service.ts';
import { listProposals } from '../people/roles.service.ts';
import { list as listProviders } from '../providers/providers.service.ts';
import { policyOn } from '../settings/settings.service.ts';
import { shareOfYear } from '#shared/domain/quarter.ts';
import * as groups from './groups.ts';

type Today = Output<'work.today'>;
type Hit = Output<'work.find'>['hits'][number];

/** Tasks that one group brings along; the list behind it has the rest. */
const TASKS = 20;
const BUDGETS = 8;
const HITS = 6;

/** What needs the signed-in person today: only what they may do and see. */
export async function today(context: Context): Promise<Today> {
  const { db, person, today: day } = context;
  const may = (permission: Parameters<typeof person.permissions.has>[0]) =>
    person.permissions.has(permission);
  const found: groups.Group[] = [];
  const openings = may('children.restrict') ? await unseenOpenings(context) : [];
  if (openings.length > 0) found.push(groups.openings(openings));
  const waiting = may('orders.read') ? await waitingOrders(context) : null;
  if (waiting && may('orders.approve')) found.push(groups.approvals(waiting.approvals, day));
  if (may('children.write')) found.push(groups.reviews(await reviewsDue(context, { limit: TASKS }), day));
  if (waiting && may('orders.issue'))
    found.push(groups.toIssue(waiting.toIssue, day), groups.toPrint(waiting.toPrint, day));
  if (waiting && may('orders.request')) found.push(groups.drafts(waiting.drafts, day));
  if (may('children.write')) {
    const { quietDays } = await policyOn(db, day);
    found.push(groups.quiet(await goneQuiet(context, quietDays, TASKS), quietDays));
  }
  if (may('people.manage')) {
    const { rows } = await listProposals(context);
    found.push(
      groups.proposals(
        rows.filter((each) => each.may === 'answer'),
        day,
      ),
    );
  }
  return {
    today: day,
    groups: found,
    yearGoneBp: shareOfYear(day),
    budgets: may('budgets.read') ? await myBudgets(context) : [],
    lastBackupAt: await lastBackupAt(db),
  };
}

/** Roles that answer for other people's money, and so see all of it first. */
const WIDE = ['coordinator', 'budget_manager', 'director', 'finance', 'auditor'] as const;

/** This year's budgets: for whoever answers for all of them areas first, for others their own, team's and area's. */
async function myBudgets(context: Context): Promise<Today['budgets']> {
  const { person } = context;
  const { budgets } = await listBudgets(context, {});
  const wide = WIDE.some((role) => person.roles.includes(role));
  const order = wide ? ['area', 'team', 'person'] : ['person', 'team', 'area'];
  const mine = budgets
    .filter((budget) => order.includes(budget.ownerKind))
    .filter(
      ({ ownerKind, ownerId }) =>
        wide ||
        (ownerKind === 'person' && ownerId === person.id) ||
        (ownerKind === 'team' && ownerId === person.teamId) ||
        (ownerKind === 'area' && ownerId === person.areaId),
    )
    .sort((a, b) => order.indexOf(a.ownerKind) - order.indexOf(b.ownerKind));
  const funds = new Set(mine.map((budget) => budget.fundId)).size;
  return mine.slice(0, BUDGETS).map(({ id, owner, ownerKind, fund, balance }) => ({
    id,
    name: `${owner}${ownerKind === 'area' ? ' area' : ''}${funds > 1 ? `, ${fund}` : ''}`,
    allocatedPence: balance.allocated,
    spentPence: balance.spent + balance.accrued,
    committedPence: balance.committed,
    pendingPence: balance.pending,
    leftPence: balance.headroom,
  }));
}

async function children(context: Context, query: string): Promise<Hit[]> {
  return (await findChildren(context, query, HITS)).map((row) => ({
    kind: 'child',
    title: row.name ?? row.neutralRef,
    detail: [row.cafReference ?? row.neutralRef, row.dob ? `born ${formatDay(row.dob)}` : null, row.area]
      .filter(Boolean)
      .join(' · '),
    to: `/children/${row.id}`,
  }));
}

async function orders(context: Context, query: string): Promise<Hit[]> {
  return (await findOrders(context, query, HITS)).map((row) => ({
    kind: 'order',
    title: row.number ? `Order ${row.number}` : row.what || 'A draft',
    detail: [row.number ? row.what : null, row.provider, row.cafReference ?? row.neutralRef]
      .filter(Boolean)
      .join(' · '),
    to: `/orders/${row.id}`,
  }));
}

const page = (search: string) => ({ search, sort: 'name', descending: false, page: 0, pageSize: HITS });

async function providers(context: Context, query: string): Promise<Hit[]> {
  const found = await listProviders(context, { ...page(query), status: 'all' });
  return found.rows.map((row) => ({
    kind: 'provider',
    title: row.name,
    detail: row.status,
    to: `/providers/${row.id}`,
  }));
}

async function people(context: Context, query: string): Promise<Hit[]> {
  const found = await listPeople(context, { ...page(query), show: 'here' });
  return found.rows.map((row) => ({
    kind: 'person',
    title: row.name,
    detail: [row.jobTitle, row.area, ...row.roles.map((role) => roles[role])].filter(Boolean).join(' · '),
    to: `/office/people/${row.id}`,
  }));
}

/** Children, orders, providers and people for the search field; each only for those who may see it. */
export async function find(context: Context, input: { query: string }): Promise<Output<'work.find'>> {
  const query = input.query.trim();
  if (query.length < 2) return { hits: [], restrictedMatches: 0 };
  const may = (permission: Parameters<typeof context.person.permissions.has>[0]) =>
    context.person.permissions.has(permission);
  return {
    hits: [
      ...(may('children.read') ? await children(context, query) : []),
      ...(may('orders.read') ? await orders(context, query) : []),
      ...(may('providers.read') ? await providers(context, query) : []),
      ...(may('people.read') ? await people(context, query) : []),
    ],
    restrictedMatches: await countShutMatches(context, query),
  };
}
