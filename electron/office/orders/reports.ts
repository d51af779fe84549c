import type { Output } from '#shared/contract/index.ts';
import type { Context } from '../context.ts';
import { mayApproveAmount } from '#shared/domain/ladder.ts';
import { policyOn } from '../settings/settings.service.ts';
import { cleanIssues, gateRows, pageOrders, spendCounts, spendRows, tierRows } from './lists.queries.ts';
import { list, scopeOf } from './views.ts';

export { countOpenRequests } from './lists.queries.ts';

/** B2's figures: money of issued orders that stand, by category, in pence; and how many orders and episodes in all. */
export async function spendByCategory({ db }: Context, from: string, to: string) {
  const rows = await spendRows(db, from, to);
  const counts = await spendCounts(db, from, to);
  return {
    categories: rows.map((row) => ({
      category: row.category,
      orders: row.orders,
      episodes: row.episodes,
      netPence: row.net,
      vatPence: row.vat,
      grossPence: row.gross,
    })),
    orders: counts.orders,
    episodes: counts.episodes,
  };
}

/** Orders that wait for the signed-in person: to decide, to issue, to print, and their own drafts. */
export async function waitingOrders(
  context: Context,
): Promise<Record<'approvals' | 'toIssue' | 'toPrint' | 'drafts', Output<'orders.list'>>> {
  const { person } = context;
  const empty = { rows: [], total: 0, grossPence: 0 };
  const of = (status: 'submitted' | 'approved' | 'to_print' | 'draft') =>
    list(context, { status, search: '', sort: 'updatedAt', descending: false, page: 0, pageSize: 20 });
  const may = (permission: 'orders.approve' | 'orders.issue' | 'orders.request') =>
    person.permissions.has(permission);
  return {
    approvals: may('orders.approve') ? await decidable(context) : empty,
    toIssue: may('orders.issue') ? await of('approved') : empty,
    toPrint: may('orders.issue') ? await of('to_print') : empty,
    drafts: may('orders.request') ? await of('draft') : empty,
  };
}

/** Submitted requests that this person may decide on: not their own, and within their authority (BR-32, BR-33). */
async function decidable(context: Context): Promise<Output<'orders.list'>> {
  const { db, person, today } = context;
  const wanted = {
    status: 'submitted',
    search: '',
    sort: 'submittedOn',
    descending: false,
    page: 0,
    pageSize: 100,
  } as const;
  const policy = await policyOn(db, today);
  const { rows } = await pageOrders(db, scopeOf(context), wanted);
  const mine = rows.filter(
    (row) =>
      row.requested_by_id !== person.id &&
      row.entered_by !== person.id &&
      mayApproveAmount(person.roles, row.gross, policy),
  );
  const ids = new Set(mine.map((row) => row.id));
  const shown = await list(context, wanted);
  return {
    rows: shown.rows.filter((row) => ids.has(row.id)),
    total: mine.length,
    grossPence: mine.reduce((sum, row) => sum + row.gross, 0),
  };
}

/** What the gates said of issued orders, who approved them, and how many passed every gate. */
export async function gateCounts({ db }: Context) {
  const { issued, clean } = await cleanIssues(db);
  const tiers = await tierRows(db);
  return {
    issued,
    passedEveryGate: clean,
    gates: await gateRows(db),
    tiers: tiers.map((row) => ({ tier: row.tier, orders: row.orders, grossPence: row.gross })),
  };
}

/** Orders whose number, provider or reference fits what was typed, only those the reader may see. */
export async function findOrders(context: Context, query: string, limit: number) {
  if (!query.trim()) return [];
  const found = await list(context, {
    status: 'all',
    search: query,
    sort: '',
    descending: false,
    page: 0,
    pageSize: limit,
  });
  return found.rows;
}

/** A CAF's orders for its timeline, newest first. */
export async function ordersForCaf(context: Context, cafId: number) {
  const found = await list(context, {
    status: 'all',
    search: '',
    cafId,
    sort: 'updatedAt',
    descending: true,
    page: 0,
    pageSize: 100,
  });
  return found.rows.map((row) => ({
    id: row.id,
    number: row.number,
    what: row.what,
    provider: row.provider,
    status: row.status,
    day: row.issuedOn ?? row.submittedOn ?? row.updatedAt.slice(0, 10),
    at: row.updatedAt,
    grossPence: row.grossPence,
  }));
}
