import type Database from 'better-sqlite3';
import path from 'node:path';
import { openHandle } from '#electron/office/database/handle.ts';
import type { Desk } from '#electron/office/desk.ts';
import { type Figure, figure, timed } from './measure.ts';
import { ask, type BenchOffice, copyOf, openAs } from './practice.ts';
import { Replay, Watch } from './rows.ts';

/** The first few fill caches on both sides and do not count. */
const WARM_UP = 5;

type Ready = { id: number; version: number };

/**
 * Issuing an order through the gate (schema, permission, gates, ledger, number, paper, audit, one durable
 * transaction) beside one raw durable transaction that writes the very same rows to an equal file. The two take
 * turns, so that a slow moment of the disk meets both.
 */
export async function issueAnOrder(office: BenchOffice, runs: number): Promise<Figure> {
  const copy = copyOf(office, 'issue');
  const orders = await approvedOrders(copy, runs + WARM_UP);
  const twin = copyOf(copy, 'twin');
  const desk = await openAs(copy, 'margaret');
  const { dataKey, readerHandle } = desk.opened();
  const raw = openHandle({ file: path.join(twin.folder, 'practice', 'office.db'), key: dataKey });
  const took: number[] = [];
  const floorTook: number[] = [];
  try {
    // The twin was copied before this sign-in, whose line in the audit trail must be in both.
    bringAudit(readerHandle, raw);
    const watch = new Watch(readerHandle);
    const replay = new Replay(raw);
    for (const [index, order] of orders.entries()) {
      watch.begin();
      const issued = await timed(() => ask(desk, 'orders.issue', order));
      const written = watch.read(order.id);
      const replayed = await timed(() => replay.run(written));
      if (index < WARM_UP) continue;
      took.push(issued.ms);
      floorTook.push(replayed.ms);
    }
    refuseDifferent(readerHandle, raw);
  } finally {
    raw.close();
    desk.close();
    copy.remove();
  }
  return figure(
    {
      name: 'issue an order',
      measured: 'orders.issue through the gate, to the durable commit',
      floor: 'one raw durable transaction that writes the same rows',
      target: 2,
    },
    took,
    floorTook,
  );
}

/** Purchases for actions of live plans, asked for and approved by those whose work it is; the office is closed again. */
async function approvedOrders(office: BenchOffice, count: number): Promise<Ready[]> {
  const helen = await openAs(office, 'helen');
  await giveMoney(helen);
  helen.close();
  const margaret = await openAs(office, 'margaret');
  const plans = plansOf(margaret.opened().readerHandle);
  const waiting: Ready[] = [];
  const ready: Ready[] = [];
  for (let turn = 0; turn < count; turn++) {
    const plan = plans[turn % plans.length];
    if (!plan) throw new Error('The practice office has no plan to buy for.');
    const started = await ask(margaret, 'orders.start', draftFor(plan));
    const { id, version, status } = await ask(margaret, 'orders.submit', started);
    (status === 'approved' ? ready : waiting).push({ id, version });
  }
  margaret.close();
  const joan = await openAs(office, 'joan');
  for (const order of waiting) {
    const decided = await ask(joan, 'orders.decide', { ...order, decision: 'approve', reason: '' });
    ready.push({ id: decided.id, version: decided.version });
  }
  joan.close();
  return ready;
}

type Plan = {
  cafId: number;
  actionId: number;
  budgetId: number;
  itemId: number;
  providerId: number;
  title: string;
};

const draftFor = (plan: Plan) => ({
  cafId: plan.cafId,
  actionId: plan.actionId,
  providerId: plan.providerId,
  budgetId: plan.budgetId,
  need: 'Somebody to talk to outside the family.',
  alternatives: 'The school’s own mentor, four meetings.',
  childView: 'I want to talk to someone who isn’t my mum.',
  familyViewKind: 'agreed' as const,
  overlapReason: 'The next of the sessions that were agreed.',
  requiredBy: '2008-11-04',
  lines: [{ itemId: plan.itemId, description: plan.title, quantity: 1_000 }],
});

/** Actions that a purchase may serve today, with their lead professional's budget and an item to buy. */
function plansOf(handle: Database.Database): Plan[] {
  return handle
    .prepare(
      `SELECT c.id AS cafId, min(a.id) AS actionId, b.id AS budgetId, i.id AS itemId, i.provider_id AS providerId, i.title
       FROM cafs c
       JOIN plan_outcomes o ON o.caf_id = c.id JOIN plan_actions a ON a.outcome_id = o.id
       JOIN lead_professionals l ON l.caf_id = c.id AND l.to_day IS NULL
       JOIN budgets b ON b.owner_kind = 'person' AND b.owner_id = l.person_id
       JOIN price_items i ON i.code = 'SFC-10'
       WHERE c.status IN ('tac_active', 'single_agency')
       GROUP BY c.id ORDER BY c.id`,
    )
    .all() as Plan[];
}

/** Enough in every lead professional's budget for all that is bought here. */
async function giveMoney(desk: Desk): Promise<void> {
  const budgets = desk
    .opened()
    .readerHandle.prepare(
      "SELECT fund_id AS fundId, owner_id AS ownerId, financial_year AS financialYear FROM budgets WHERE owner_kind = 'person'",
    )
    .all() as { fundId: number; ownerId: number; financialYear: string }[];
  for (const budget of budgets)
    await ask(desk, 'budgets.allocate', {
      ...budget,
      ownerKind: 'person',
      amountPence: 200_000,
      reason: 'For measuring',
    });
}

function bringAudit(from: Database.Database, to: Database.Database): void {
  const last = to.prepare('SELECT max(seq) FROM audit_events').pluck().get();
  const columns = (to.pragma('table_info(audit_events)') as unknown[]).map(() => '?');
  const insert = to.prepare(`INSERT INTO audit_events VALUES (${columns.join(', ')})`);
  for (const row of from.prepare('SELECT * FROM audit_events WHERE seq > ? ORDER BY seq').raw().all(last))
    insert.run(...(row as unknown[]));
}

/** The floor is honest only if both files hold the same in the end. */
function refuseDifferent(one: Database.Database, other: Database.Database): void {
  for (const table of [
    'orders',
    'order_lines',
    'order_gates',
    'order_papers',
    'ledger_entries',
    'audit_events',
  ]) {
    const all = (handle: Database.Database) =>
      JSON.stringify(handle.prepare(`SELECT * FROM ${table} ORDER BY 1`).all());
    if (all(one) !== all(other)) throw new Error(`The floor did not write the same ${table}.`);
  }
}
