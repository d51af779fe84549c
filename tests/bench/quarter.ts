import type Database from 'better-sqlite3';
import { type Figure, figure, timed } from './measure.ts';
import { ask, type BenchOffice, copyOf, openAs } from './practice.ts';

/**
 * A whole quarterly return, all tables, exact, beside one raw pass over the rows that it is made of: every episode,
 * every ledger entry with its posting and account, every line with its order, each read once by a prepared statement.
 */
export async function quarterlyReturn(office: BenchOffice, runs: number): Promise<Figure> {
  const copy = copyOf(office, 'return');
  const desk = await openAs(copy, 'tom');
  const took: number[] = [];
  const floorTook: number[] = [];
  try {
    const { periods } = await ask(desk, 'returns.periods', {});
    const period = (periods.find(({ complete }) => complete) ?? periods[0])?.code ?? '';
    const pass = onePass(desk.opened().readerHandle);
    const calculate = () => ask(desk, 'returns.get', { period, profile: 'internal' as const });
    await calculate();
    pass();
    for (let run = 0; run < runs; run++) {
      took.push((await timed(calculate)).ms);
      floorTook.push((await timed(pass)).ms);
    }
  } finally {
    desk.close();
    copy.remove();
  }
  return figure(
    {
      name: 'quarterly return',
      measured: 'returns.get through the gate: R1, B1 and B2 with their checks',
      floor: 'one raw pass over the same rows',
      target: 1.5,
    },
    took,
    floorTook,
  );
}

function onePass(handle: Database.Database): () => void {
  const statements = [
    `SELECT count(*), count(start_on), count(completed_on), count(tac_formed_on), count(closed_on), max(closure_reason),
     sum(area_id), sum(start_level), sum(episode_no) FROM cafs`,
    `SELECT count(*), sum(e.amount_pence), max(p.day), max(p.kind), max(p.order_id), max(a.state), sum(a.budget_id)
     FROM ledger_entries e JOIN ledger_postings p ON p.id = e.posting_id JOIN ledger_accounts a ON a.id = e.account_id`,
    `SELECT count(*), sum(l.net_pence), sum(l.vat_pence), sum(l.gross_pence), max(l.category), max(o.issued_on), sum(o.caf_id)
     FROM order_lines l JOIN orders o ON o.id = l.order_id`,
  ].map((sql) => handle.prepare(sql));
  return () => {
    for (const statement of statements) statement.get();
  };
}
