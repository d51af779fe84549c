import type Database from 'better-sqlite3';

type Row = Record<string, unknown>;

/** What issuing one order wrote: new rows by table, and the order's own row as it is now. */
export type Written = { orderId: number; inserted: Map<string, Row[]>; order: Row };

/** Tables that issuing adds to, in an order that their foreign keys and triggers allow. */
const ADDED_TO = [
  'ledger_accounts',
  'ledger_postings',
  'ledger_entries',
  'ledger_seals',
  'order_gates',
  'audit_events',
  'audit_bodies',
] as const;

/** Tables whose rows are known by the order: their numbers need not be the highest. */
const OF_THE_ORDER = ['order_lines', 'order_papers'] as const;

/** Remembers where each table ends, and afterwards reads what was added behind it. */
export class Watch {
  readonly #handle: Database.Database;
  readonly #tables: string[];
  #ends = new Map<string, number>();

  constructor(handle: Database.Database) {
    this.#handle = handle;
    this.#tables = handle
      .prepare(
        `SELECT l.name FROM pragma_table_list AS l WHERE l.schema = 'main' AND l.type = 'table' AND l.wr = 0
         AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all() as string[];
  }

  begin(): void {
    this.#ends = new Map(this.#tables.map((name) => [name, this.#end(name)]));
  }

  /** Throws when something was written elsewhere: then the floor would not write the same rows. */
  read(orderId: number): Written {
    const others = this.#tables.filter(
      (name) =>
        ![...ADDED_TO, ...OF_THE_ORDER].some((one) => one === name) &&
        this.#end(name) !== this.#ends.get(name),
    );
    if (others.length > 0)
      throw new Error(`Issuing an order also wrote ${others.join(', ')}: tell the floor of it.`);
    const inserted = new Map<string, Row[]>(
      ADDED_TO.map((name) => [
        name,
        this.#all(`SELECT * FROM ${name} WHERE rowid > ? ORDER BY rowid`, this.#ends.get(name) ?? 0),
      ]),
    );
    // Lines are written anew with today's prices, under numbers that may have been theirs before.
    for (const name of OF_THE_ORDER)
      inserted.set(name, this.#all(`SELECT * FROM ${name} WHERE order_id = ?`, orderId));
    const [order] = this.#all('SELECT * FROM orders WHERE id = ?', orderId);
    if (!order) throw new Error('The order is not there.');
    return { orderId, inserted, order };
  }

  #end(table: string): number {
    return Number(this.#handle.prepare(`SELECT ifnull(max(rowid), 0) FROM "${table}"`).pluck().get());
  }

  #all(sql: string, value: number): Row[] {
    return this.#handle.prepare(sql).all(value) as Row[];
  }
}

/** Writes the same rows in one raw, durable transaction with prepared statements: the floor of issuing. */
export class Replay {
  readonly #handle: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(handle: Database.Database) {
    this.#handle = handle;
  }

  run({ orderId, inserted, order }: Written): void {
    this.#handle.exec('BEGIN IMMEDIATE');
    this.#prepared('DELETE FROM order_lines WHERE order_id = ?').run(orderId);
    for (const name of [...OF_THE_ORDER, ...ADDED_TO])
      for (const row of inserted.get(name) ?? []) {
        const columns = Object.keys(row);
        this.#prepared(
          `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        ).run(...Object.values(row));
      }
    const columns = Object.keys(order).filter((name) => name !== 'id');
    this.#prepared(`UPDATE orders SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`).run(
      ...columns.map((name) => order[name]),
      orderId,
    );
    this.#handle.exec('COMMIT');
  }

  #prepared(sql: string): Database.Statement {
    const statement = this.#statements.get(sql) ?? this.#handle.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
